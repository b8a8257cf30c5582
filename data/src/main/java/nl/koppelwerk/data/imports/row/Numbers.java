package nl.koppelwerk.data.imports.row;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as people write them: {@code 2,5}, {@code 2.5}, {@code 4 km}, {@code 3 uur}. */
final class Numbers {
    private static final Pattern NUMBER =
            Pattern.compile("(-?[0-9]{1,9}(?:[.,][0-9]{1,9})?)\\s*(?:km|uur|u|h|hours|jaar|years)?");

    private Numbers() {}

    static Optional<BigDecimal> find(String text) {
        Matcher matcher = NUMBER.matcher(text.strip());
        return matcher.matches() ? Optional.of(new BigDecimal(matcher.group(1).replace(',', '.'))) : Optional.empty();
    }

    /** The number {@code scaled / factor}, as short as it goes, with a comma. */
    static String write(int scaled, int factor) {
        return BigDecimal.valueOf(scaled)
                .divide(BigDecimal.valueOf(factor))
                .stripTrailingZeros()
                .toPlainString()
                .replace('.', ',');
    }
}
