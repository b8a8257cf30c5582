package nl.koppelwerk.ui.people;

import com.bastiaanjansen.otp.TOTPGenerator;
import io.nayuki.qrcodegen.QrCode;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import nl.koppelwerk.data.signin.CodeApps;
import nl.koppelwerk.data.signin.Secrets;
import nl.koppelwerk.ui.shell.Coordinator;
import org.apache.commons.codec.binary.Base32;
import org.springframework.stereotype.Component;

/** Codes of an app: six figures for half a minute, each taken once; a clock may be half a minute off. */
@Component
class Codes {
    private static final Duration PERIOD = Duration.ofSeconds(30);
    private static final int SECRET_BYTES = 20;
    private static final int RECOVERY_CODES = 10;
    private static final int RECOVERY_BYTES = 10;

    private final CodeApps apps;
    private final Secrets secrets;
    private final Clock clock;

    Codes(CodeApps apps, Secrets secrets, Clock clock) {
        this.apps = apps;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * What an app is told, in three ways.
     *
     * @param key to be typed over, in groups of four
     * @param size of the picture in dots
     * @param dots the picture as the path of an SVG
     */
    record Offer(String key, URI address, int size, String dots) {}

    /** The secret that waits to be confirmed; a new one when there is none. */
    Offer offer(Coordinator person) {
        if (apps.find(person.account()).isEmpty()) {
            apps.offer(person.organisation(), person.account(), new Base32().encode(secrets.bytes(SECRET_BYTES)));
        }
        byte[] secret = apps.find(person.account()).orElseThrow().secret();
        URI address = address(secret, person.getUsername());
        QrCode picture = QrCode.encodeText(address.toString(), QrCode.Ecc.MEDIUM);
        String key = new String(secret, StandardCharsets.US_ASCII).replaceAll("(.{4})(?=.)", "$1 ");
        return new Offer(key, address, picture.size, dots(picture));
    }

    private static URI address(byte[] secret, String email) {
        try {
            return generator(secret).getURI("Koppelwerk", email);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("an e-mail address cannot be put into an address", e);
        }
    }

    private static String dots(QrCode picture) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < picture.size; y++) {
            for (int x = 0; x < picture.size; x++) {
                if (picture.getModule(x, y)) {
                    path.append("M%d %dh1v1h-1z".formatted(x, y));
                }
            }
        }
        return path.toString();
    }

    /** Takes a code of the app; the same one is taken no second time. */
    boolean take(UUID account, String typed) {
        String code = typed.replaceAll("\\s", "");
        return apps.find(account)
                .map(app -> period(app.secret(), code).anyMatch(period -> apps.take(account, period)))
                .orElse(false);
    }

    private LongStream period(byte[] secret, String code) {
        TOTPGenerator generator = generator(secret);
        long now = clock.instant().getEpochSecond() / PERIOD.toSeconds();
        return LongStream.of(now, now - 1, now + 1)
                .filter(period -> same(generator.at(period * PERIOD.toSeconds()), code));
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static TOTPGenerator generator(byte[] secret) {
        return new TOTPGenerator.Builder(secret).withPeriod(PERIOD).build();
    }

    /** Ten codes to print or to keep in a safe place; they take the place of earlier ones and are shown once. */
    List<String> newRecoveryCodes(Coordinator person) {
        List<String> codes = Stream.generate(() -> new Base32()
                        .encodeToString(secrets.bytes(RECOVERY_BYTES))
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("(.{4})(?=.)", "$1-"))
                .limit(RECOVERY_CODES)
                .toList();
        apps.keepRecoveryCodes(
                person.organisation(),
                person.account(),
                codes.stream().map(Codes::bare).toList());
        return codes;
    }

    boolean takeRecoveryCode(UUID account, String typed) {
        return apps.takeRecoveryCode(account, bare(typed));
    }

    private static String bare(String code) {
        return code.replaceAll("[^a-zA-Z2-7]", "").toLowerCase(Locale.ROOT);
    }
}
