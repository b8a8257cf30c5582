package nl.koppelwerk.data.cipher;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Text on its way to an encrypted column, as a parameter of a statement or a part of one: what it is and where it will stand. The
 * connection encrypts it just before it leaves ({@link SealingDataSource}), so stores need no keys. Nobody outside this process
 * can write one: its first words are made up anew at each start.
 */
public final class Clear {
    private static final String BEGIN = "{clear-" + chance() + ":";
    private static final String LOOKING = "{index-" + chance() + ":";
    private static final String EVERYWHERE = "{indexes-" + chance() + ":";
    private static final Pattern ANY = Pattern.compile("("
            + Stream.of(BEGIN, LOOKING, EVERYWHERE).map(Pattern::quote).collect(Collectors.joining("|"))
            + ")([A-Z_]+):([0-9a-f-]*):([A-Za-z0-9_=-]*)\\}");

    private Clear() {}

    /** @param row whose value it is, see {@link Cell#row()} */
    public static String of(Cell cell, UUID row, String text) {
        return BEGIN + cell + ":" + row + ":" + encoded(text) + "}";
    }

    /** As {@link #of}, or null. */
    public static @Nullable String of(Cell cell, UUID row, Optional<String> text) {
        return text.map(some -> of(cell, row, some)).orElse(null);
    }

    /** What values are found by: compared with {@code sealed_index(column)}. */
    public static String index(Cell.Looking looking, String text) {
        return LOOKING + looking + "::" + encoded(text) + "}";
    }

    /** What values are found by in each organisation, for who is not known yet; an array. */
    public static String indexes(Cell.Looking looking, String text) {
        return EVERYWHERE + looking + "::" + encoded(text) + "}";
    }

    /** Each of them in a text encrypted, and nothing else that looks like an encrypted value left. */
    static String sealed(String text, KeyRing ring) {
        Matcher matcher = ANY.matcher(harmless(text));
        StringBuilder sealed = new StringBuilder(text.length());
        while (matcher.find()) {
            String value = new String(Base64.getUrlDecoder().decode(matcher.group(4)), StandardCharsets.UTF_8);
            matcher.appendReplacement(sealed, sealed(matcher, value, ring));
        }
        return matcher.appendTail(sealed).toString();
    }

    private static String sealed(Matcher matcher, String value, KeyRing ring) {
        if (matcher.group(1).equals(EVERYWHERE)) {
            return ring.indexes(Cell.Looking.valueOf(matcher.group(2)), value);
        }
        OrganisationKeys keys = ring.of(Whose.entered());
        return matcher.group(1).equals(BEGIN)
                ? keys.seal(Cell.valueOf(matcher.group(2)), UUID.fromString(matcher.group(3)), value)
                : keys.index(Cell.Looking.valueOf(matcher.group(2)), value);
    }

    static boolean isIn(String text) {
        return text.contains(BEGIN) || text.contains(LOOKING) || text.contains(EVERYWHERE);
    }

    /** Whoever types something like an encrypted value has it read as it was typed, but for the bracket. */
    static String harmless(String text) {
        return text.contains(OrganisationKeys.BEGIN) ? text.replace(OrganisationKeys.BEGIN, "(enc:1:") : text;
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String chance() {
        byte[] bytes = new byte[8];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
