package nl.koppelwerk.data.imports.row;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nl.koppelwerk.data.format.Column;
import nl.koppelwerk.data.format.Row;
import nl.koppelwerk.domain.language.Languages;
import nl.koppelwerk.domain.place.Postcode;
import nl.koppelwerk.domain.week.DayParts;

/**
 * Reads the cells of one row and gathers all that is wrong with them. A wrong cell gives a stand-in, so that reading goes
 * on; when there are problems, nothing of the row is used.
 */
final class Fields {
    private static final int LONGEST = 200;
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+");
    private final Row row;
    private final LocalDate today;
    private final List<Problem> problems = new ArrayList<>();

    Fields(Row row, LocalDate today) {
        this.row = row;
        this.today = today;
        if (row.tooLong()) {
            problems.add(Problem.of(
                    Integer.toString(row.heading().names().size() + 1),
                    row.cells().get(row.heading().names().size()),
                    "row-too-long"));
        }
    }

    List<Problem> problems() {
        return problems;
    }

    /** What was read when nothing is wrong with it, otherwise what is wrong. */
    <T> RowResult<T> result(T line) {
        return problems.isEmpty() ? new RowResult.Good<>(line) : new RowResult.Bad<>(problems);
    }

    void problem(Column column, String key, String... arguments) {
        problems.add(Problem.of(row.heading().nameOf(column), row.cell(column), key, arguments));
    }

    Optional<String> text(Column column) {
        String text = row.cell(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> wrong = CellText.problem(text, LONGEST);
        wrong.ifPresent(key -> problem(column, key, Integer.toString(LONGEST)));
        return Optional.of(wrong.isPresent() ? "?" : text);
    }

    String requiredText(Column column) {
        Optional<String> text = text(column);
        if (text.isEmpty()) {
            problem(column, "required");
        }
        return text.orElse("?");
    }

    Optional<String> email(Column column) {
        Optional<String> address = text(column).map(text -> text.toLowerCase(Locale.ROOT));
        if (address.isPresent() && !EMAIL.matcher(address.get()).matches()) {
            problem(column, "email");
            return Optional.empty();
        }
        return address;
    }

    boolean yes(Column column, boolean whenEmpty) {
        return word(column, Words.YES_NO)
                .map(answer -> answer == Words.YesNo.YES)
                .orElse(whenEmpty);
    }

    <E extends Enum<E>> Optional<E> word(Column column, Words<E> words) {
        String text = row.cell(column);
        Optional<E> value = words.find(text);
        if (!text.isEmpty() && value.isEmpty()) {
            problem(column, "word-unknown", words.choices(), words.choicesInEnglish());
        }
        return value;
    }

    <E extends Enum<E>> E requiredWord(Column column, Words<E> words, E standIn) {
        if (row.cell(column).isEmpty()) {
            problem(column, "required");
        }
        return word(column, words).orElse(standIn);
    }

    <E extends Enum<E>> Set<E> words(Column column, Words<E> words, Class<E> type) {
        Set<E> values = EnumSet.noneOf(type);
        for (String part : row.cell(column).split("[,;|\\n]", -1)) {
            if (!part.isBlank()) {
                Optional<E> value = words.find(part);
                value.ifPresent(values::add);
                if (value.isEmpty()) {
                    problem(
                            column,
                            "one-unknown",
                            CellText.shown(part.strip()),
                            words.choices(),
                            words.choicesInEnglish());
                }
            }
        }
        return values;
    }

    Optional<LocalDate> date(Column column, boolean mayBeLater) {
        String text = row.cell(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<LocalDate> date = Dates.find(text);
        if (date.isEmpty()) {
            problem(column, "date-form");
        } else if (date.get().getYear() < 1990 || date.get().getYear() > 2100) {
            problem(column, "date-range");
        } else if (!mayBeLater && date.get().isAfter(today.plusDays(1))) {
            problem(column, "date-later");
        }
        return date;
    }

    LocalDate requiredDate(Column column) {
        if (row.cell(column).isEmpty()) {
            problem(column, "required");
        }
        return date(column, false).orElse(today);
    }

    /** A number with a comma or a point, units left out; multiplied by {@code factor} it has to be whole. */
    Optional<Integer> number(Column column, int factor, int least, int most) {
        String text = row.cell(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<BigDecimal> number = Numbers.find(text);
        if (number.isEmpty()) {
            problem(column, "number-form");
            return Optional.of(least);
        }
        BigDecimal scaled = number.get().multiply(BigDecimal.valueOf(factor));
        if (scaled.compareTo(BigDecimal.valueOf(least)) < 0 || scaled.compareTo(BigDecimal.valueOf(most)) > 0) {
            problem(column, "number-range", Numbers.write(least, factor), Numbers.write(most, factor));
            return Optional.of(least);
        }
        if (scaled.stripTrailingZeros().scale() > 0) {
            problem(column, factor == 4 ? "quarters" : "whole-number");
            return Optional.of(least);
        }
        return Optional.of(scaled.intValueExact());
    }

    int requiredNumber(Column column, int factor, int least, int most) {
        if (row.cell(column).isEmpty()) {
            problem(column, "required");
        }
        return number(column, factor, least, most).orElse(least);
    }

    DayParts dayParts(Column column) {
        Optional<DayParts> parts = DayPartWords.find(row.cell(column));
        if (parts.isEmpty()) {
            problem(column, "day-parts");
        }
        return parts.orElse(DayParts.NONE);
    }

    Languages requiredLanguages(Column column) {
        if (row.cell(column).isEmpty()) {
            problem(column, "required");
        }
        LanguagesText.Result result = LanguagesText.read(row.cell(column));
        result.problem().ifPresent(key -> problem(column, key, CellText.shown(result.part())));
        return result.languages();
    }

    Postcode postcode(Column column, Set<Postcode> known) {
        String text = row.cell(column);
        Postcode standIn = new Postcode(1000);
        if (text.isEmpty()) {
            problem(column, "required");
            return standIn;
        }
        if (!text.matches("[1-9][0-9]{3}\\s*([A-Za-z]{2})?")) {
            problem(column, "postcode-form");
            return standIn;
        }
        Postcode postcode = Postcode.parse(text.substring(0, 4));
        if (!known.contains(postcode)) {
            problem(column, "postcode-unknown", postcode.toString());
        }
        return postcode;
    }
}
