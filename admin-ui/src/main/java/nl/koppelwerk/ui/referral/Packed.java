package nl.koppelwerk.ui.referral;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A text made small enough to travel in the field of a form. */
record Packed(String text) {
    /** A form may be 2 MB in all. */
    private static final int MOST = 1_900_000;

    private static final int MOST_UNPACKED = 10 << 20;

    /** Empty: it does not become small enough. */
    static Optional<Packed> of(String whole) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(whole.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("packing in memory", e);
        }
        String packed = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
        return Optional.of(packed).filter(text -> text.length() <= MOST).map(Packed::new);
    }

    /** Empty: this was not packed here. */
    Optional<String> unpacked() {
        if (!text.matches("[A-Za-z0-9_-]+")) {
            return Optional.empty();
        }
        try (GZIPInputStream zip = new GZIPInputStream(
                new ByteArrayInputStream(Base64.getUrlDecoder().decode(text)))) {
            byte[] bytes = zip.readNBytes(MOST_UNPACKED + 1);
            return bytes.length > MOST_UNPACKED
                    ? Optional.empty()
                    : Optional.of(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
