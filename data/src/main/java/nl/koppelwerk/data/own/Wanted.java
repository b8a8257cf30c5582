package nl.koppelwerk.data.own;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.koppelwerk.data.person.AbsenceReason;
import nl.koppelwerk.domain.language.Languages;
import nl.koppelwerk.domain.programme.Need;
import nl.koppelwerk.domain.volunteer.Limits;
import nl.koppelwerk.domain.volunteer.Volunteer;
import nl.koppelwerk.domain.week.DayPart;
import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.domain.week.Hours;

/** Reads the texts of the fields; what makes no sense is refused with the field that says it. */
final class Wanted {
    static final Set<String> MEANS = Set.of("WALKING", "BICYCLE", "PUBLIC_TRANSPORT", "CAR");

    private static final int MOST_PERIODS = 20;
    private static final int LONGEST_PERIOD_DAYS = 366;
    private static final int LAST_YEAR = 2200;
    private static final int MOST_LANGUAGES = 12;
    private static final int MOST_METRES = 100_000;
    private static final int MOST_FAMILIES = 20;
    private static final int OLDEST = 25;
    private static final int MOST_CHILDREN = 20;

    private final Map<Field, SortedSet<String>> values;

    Wanted(Map<Field, SortedSet<String>> values) {
        this.values = values;
    }

    /** A field says what it cannot. */
    static final class Senseless extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        final Field field;

        Senseless(Field field, Throwable cause) {
            super(field.name(), cause);
            this.field = field;
        }
    }

    /** The volunteer as these fields say, and for the rest as before. */
    Volunteer volunteer(Volunteer was, Optional<LocalDate> confirmed) {
        return new Volunteer(
                was.id(),
                was.organisation(),
                was.reference(),
                was.name(),
                was.kind(),
                was.programmes(),
                was.lentTo(),
                was.postcode(),
                was.street(),
                was.school(),
                was.gender(),
                read(Field.LANGUAGES, this::languages),
                read(Field.SKILLS, Wanted::needs),
                read(Field.WEEK, Wanted::week),
                confirmed,
                read(Field.HOURS, texts -> Hours.parse(only(texts))),
                number(Field.FAMILIES, MOST_FAMILIES),
                number(Field.DISTANCE, MOST_METRES),
                limits(),
                yes(Field.PETS),
                was.screened(),
                was.trained(),
                was.experienceYears(),
                was.active(),
                was.email());
    }

    Said.More more(String language) {
        Optional<String> pause = texts(Field.PAUSE).stream().findFirst();
        return new Said.More(
                read(Field.TRAVEL, Wanted::means),
                texts(Field.CHILDREN_AT_HOME).isEmpty()
                        ? Optional.empty()
                        : Optional.of(number(Field.CHILDREN_AT_HOME, MOST_CHILDREN)),
                read(Field.AWAY, Wanted::periods),
                read(Field.PAUSE, texts -> pause.map(text -> AbsenceReason.valueOf(text.split("/", 2)[0]))),
                read(
                        Field.PAUSE,
                        texts -> pause.filter(text -> text.contains("/")).map(text -> day(text.split("/", 2)[1]))),
                language);
    }

    private Limits limits() {
        int from = number(Field.AGE_FROM, OLDEST);
        int to = number(Field.AGE_TO, OLDEST);
        return read(
                Field.AGE_TO,
                texts -> new Limits(
                        from,
                        to,
                        number(Field.CHILDREN, MOST_CHILDREN),
                        yes(Field.HEAVY_CASES),
                        yes(Field.PETS_UNWELCOME),
                        read(Field.NOT_THESE, Wanted::needs)));
    }

    private SortedSet<String> texts(Field field) {
        return Objects.requireNonNull(values.get(field), field.name());
    }

    private <T> T read(Field field, Function<SortedSet<String>, T> reading) {
        try {
            return reading.apply(texts(field));
        } catch (Senseless e) {
            throw e;
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new Senseless(field, e);
        }
    }

    private int number(Field field, int most) {
        return read(field, texts -> {
            int number = Integer.parseInt(only(texts));
            if (number < 0 || number > most) {
                throw new IllegalArgumentException(field + " from 0 to " + most);
            }
            return number;
        });
    }

    private boolean yes(Field field) {
        return read(field, texts -> Boolean.parseBoolean(only(texts)));
    }

    private static String only(Collection<String> texts) {
        if (texts.size() != 1) {
            throw new IllegalArgumentException("one answer, not " + texts.size());
        }
        return texts.iterator().next();
    }

    private Languages languages(SortedSet<String> texts) {
        Languages languages = Languages.parse(String.join(" ", texts));
        if (languages.speaking().size() != texts.size() || texts.size() > MOST_LANGUAGES) {
            throw new IllegalArgumentException("each language once, at most " + MOST_LANGUAGES);
        }
        return languages;
    }

    private static DayParts week(SortedSet<String> texts) {
        return DayParts.of(texts.stream().map(DayPart::parse).toArray(DayPart[]::new));
    }

    private static Set<Need> needs(SortedSet<String> texts) {
        return texts.stream().map(Need::valueOf).collect(Collectors.toSet());
    }

    private static SortedSet<String> means(SortedSet<String> texts) {
        if (!MEANS.containsAll(texts)) {
            throw new IllegalArgumentException("no such means of travel");
        }
        return texts;
    }

    private static SortedSet<String> periods(SortedSet<String> texts) {
        if (texts.size() > MOST_PERIODS) {
            throw new IllegalArgumentException("at most " + MOST_PERIODS + " periods");
        }
        return texts.stream().map(Wanted::period).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Checked, and written in one way. */
    private static String period(String text) {
        String[] days = text.split("/", 2);
        LocalDate first = day(days[0]);
        LocalDate last = day(days.length > 1 ? days[1] : days[0]);
        if (last.isBefore(first) || ChronoUnit.DAYS.between(first, last) > LONGEST_PERIOD_DAYS) {
            throw new IllegalArgumentException("from the first day to the last, a year at most");
        }
        return first + "/" + last;
    }

    /** Java knows days of a thousand million years ahead; nobody means one. */
    private static LocalDate day(String text) {
        LocalDate day = LocalDate.parse(text);
        if (day.getYear() > LAST_YEAR) {
            throw new IllegalArgumentException("no day after the year " + LAST_YEAR);
        }
        return day;
    }
}
