package nl.koppelwerk.data.person;

import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The organisation's own numbers of families and volunteers, as a next one follows from the last. */
final class References {
    private static final Pattern ENDS_IN_DIGITS = Pattern.compile("(.*?)([0-9]+)", Pattern.DOTALL);

    private References() {}

    /** {@code G-00214} after {@code G-00213}; what ends in no digits gets some. */
    static String after(String last) {
        Matcher matcher = ENDS_IN_DIGITS.matcher(last);
        if (!matcher.matches()) {
            return last + "-1";
        }
        String digits = matcher.group(2);
        String next = new BigInteger(digits).add(BigInteger.ONE).toString();
        return matcher.group(1) + "0".repeat(Math.max(0, digits.length() - next.length())) + next;
    }
}
