package nl.koppelwerk.data.referral;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The services that come with the software, as examples; see {@code data/reference/services.csv}. */
public final class ShippedServices {
    private ShippedServices() {}

    public static String text() {
        try (InputStream in = Objects.requireNonNull(ShippedServices.class.getResourceAsStream("services.json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the software's own services cannot be read", e);
        }
    }
}
