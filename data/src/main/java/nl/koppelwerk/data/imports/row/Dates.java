package nl.koppelwerk.data.imports.row;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as people write them: {@code 2026-11-21}, {@code 21-11-2026}, {@code 21/11/2026}, {@code 21 november 2026}. */
public final class Dates {
    private static final Pattern YEAR_FIRST = Pattern.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})([T ][0-9:.]+)?");
    private static final Pattern DAY_FIRST =
            Pattern.compile("([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})( [0-9:.]+)?");
    private static final Pattern IN_WORDS = Pattern.compile("([0-9]{1,2})[- ]([a-z]{3,10})\\.?[- ]([0-9]{4})");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar mrt maa", "apr", "may mei", "jun", "jul", "aug", "sep", "oct okt", "nov", "dec");

    private static final DateTimeFormatter DAY_MONTH_YEAR = DateTimeFormatter.ofPattern("dd-MM-uuuu");

    private Dates() {}

    public static Optional<LocalDate> find(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        Matcher first = YEAR_FIRST.matcher(plain.toUpperCase(Locale.ROOT));
        if (first.matches()) {
            return date(first.group(1), first.group(2), first.group(3));
        }
        Matcher day = DAY_FIRST.matcher(plain);
        if (day.matches()) {
            return date(day.group(3), day.group(2), day.group(1));
        }
        Matcher words = IN_WORDS.matcher(plain);
        if (words.matches()) {
            String month = words.group(2).substring(0, 3);
            for (int i = 0; i < MONTHS.size(); i++) {
                if (List.of(MONTHS.get(i).split(" ")).contains(month)) {
                    return date(words.group(3), Integer.toString(i + 1), words.group(1));
                }
            }
        }
        return Optional.empty();
    }

    /** As a Dutch reader writes it, {@code 21-11-2026}. */
    public static String write(LocalDate date) {
        return DAY_MONTH_YEAR.format(date);
    }

    private static Optional<LocalDate> date(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
