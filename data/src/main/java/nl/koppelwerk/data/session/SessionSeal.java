package nl.koppelwerk.data.session;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import nl.koppelwerk.data.signin.FieldCipher;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sessions are worth nothing to whoever reads or writes their table: what they hold is encrypted with a key that is not in the
 * database, and a browser shows the id encrypted too, so that an id from the table opens no page.
 */
public final class SessionSeal {
    private static final Logger log = LoggerFactory.getLogger(SessionSeal.class);
    private static final String VALUE = "web.session_attributes attribute_bytes";
    private static final String COOKIE = "session cookie";

    /** Longer is none of ours: it costs nothing to say so. */
    private static final int LONGEST_COOKIE = 200;

    private static final int SHORTEST = 28;

    private final FieldCipher cipher;

    public SessionSeal(FieldCipher cipher) {
        this.cipher = cipher;
    }

    /** @throws UncheckedIOException when something was put into a session that cannot leave this node */
    byte[] close(Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "a session cannot keep a " + value.getClass().getName(), e);
        }
        return cipher.encrypt(bytes.toByteArray(), VALUE);
    }

    /** Nothing, when it was kept by another version of this software or by somebody else: then that browser starts anew. */
    @Nullable
    Object open(byte[] kept) {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(cipher.decrypt(kept, VALUE)))) {
            return in.readObject();
        } catch (IOException | ClassNotFoundException | IllegalArgumentException | IllegalStateException e) {
            log.warn("What a session kept cannot be read: {}", e.getClass().getName());
            return null;
        }
    }

    /** What a browser shows for this session. */
    public String cookie(String id) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(cipher.encrypt(id.getBytes(StandardCharsets.UTF_8), COOKIE));
    }

    /** The session that a browser shows; empty: none of ours. */
    public Optional<String> id(String cookie) {
        if (cookie.length() > LONGEST_COOKIE || !cookie.matches("[A-Za-z0-9_-]+")) {
            return Optional.empty();
        }
        try {
            byte[] kept = Base64.getUrlDecoder().decode(cookie);
            return kept.length < SHORTEST
                    ? Optional.empty()
                    : Optional.of(new String(cipher.decrypt(kept, COOKIE), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | IllegalStateException notOurs) {
            return Optional.empty();
        }
    }
}
