package nl.koppelwerk.data.signin;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * Hidden parts of public forms by which one that a person filled in is known from one that a program sends: made here, not
 * a moment ago, and not yesterday. Each opens one door once: whoever keeps what came by it keeps its hash too.
 */
public final class FormTokens {
    /** Faster than this nobody reads a form. */
    public static final Duration SOONEST = Duration.ofSeconds(3);

    private static final Duration LATEST = Duration.ofHours(12);
    private static final int SHORTEST = 28;
    private static final int LONGEST = 200;

    private final FieldCipher cipher;
    private final Clock clock;

    public FormTokens(FieldCipher cipher, Clock clock) {
        this.cipher = cipher;
        this.clock = clock;
    }

    public String issue(String form) {
        byte[] at = ByteBuffer.allocate(Long.BYTES)
                .putLong(clock.instant().toEpochMilli())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cipher.encrypt(at, place(form)));
    }

    /** Of a form that was sent: what is kept of its token; empty when it came too soon, too late, or not from here. */
    public Optional<byte[]> accept(String token, String form) {
        Instant now = clock.instant();
        return issued(token, form)
                .filter(at -> !at.plus(SOONEST).isAfter(now) && !at.plus(LATEST).isBefore(now))
                .map(at -> Secrets.hash(token));
    }

    /** For a form that is shown once more: the same token while it is good, so that whoever was quick can go on. */
    public String again(String token, String form) {
        boolean good = issued(token, form)
                .filter(at -> !at.plus(LATEST).isBefore(clock.instant()))
                .isPresent();
        return good ? token : issue(form);
    }

    private Optional<Instant> issued(String token, String form) {
        if (token.length() > LONGEST || !token.matches("[A-Za-z0-9_-]+")) {
            return Optional.empty();
        }
        try {
            byte[] kept = Base64.getUrlDecoder().decode(token);
            return kept.length < SHORTEST
                    ? Optional.empty()
                    : Optional.of(Instant.ofEpochMilli(
                            ByteBuffer.wrap(cipher.decrypt(kept, place(form))).getLong()));
        } catch (IllegalArgumentException | IllegalStateException notOurs) {
            return Optional.empty();
        }
    }

    private static String place(String form) {
        return "public form " + form;
    }
}
