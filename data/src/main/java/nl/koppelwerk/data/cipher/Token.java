package nl.koppelwerk.data.cipher;

import java.util.Base64;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands readable before an encrypted value.
 *
 * @param place table and column
 * @param nonce the same for the same value in the same place
 * @param header all of it, as it stands there
 */
record Token(int version, String place, UUID row, byte[] nonce, String header) {
    private static final String HEADER =
            "\\{enc:1:([1-9][0-9]{0,8}):([a-z_]+\\.[a-z_]+):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}):([A-Za-z0-9_-]*):([A-Za-z0-9_-]{16}):";

    private static final Pattern BEGIN = Pattern.compile(HEADER);

    /** One in a text, whole. */
    static final Pattern WHOLE = Pattern.compile(HEADER + "[A-Za-z0-9_-]*\\}");

    /**
     * The version alone, which is all that is needed to see whether a value is remembered.
     *
     * @throws BrokenSeal when it is none
     */
    static int version(String kept) {
        int from = OrganisationKeys.BEGIN.length();
        int to = kept.indexOf(':', from);
        if (to < from + 1 || to > from + 9 || !kept.chars().limit(to).skip(from).allMatch(Character::isDigit)) {
            throw new BrokenSeal("an unknown place");
        }
        return Integer.parseInt(kept, from, to, 10);
    }

    /** @throws BrokenSeal when it is none */
    static Token parse(String kept) {
        Matcher matcher = BEGIN.matcher(kept);
        if (!matcher.lookingAt()) {
            throw new BrokenSeal("an unknown place");
        }
        return new Token(
                Integer.parseInt(matcher.group(1)),
                matcher.group(2),
                UUID.fromString(matcher.group(3)),
                Base64.getUrlDecoder().decode(matcher.group(5)),
                matcher.group());
    }
}
