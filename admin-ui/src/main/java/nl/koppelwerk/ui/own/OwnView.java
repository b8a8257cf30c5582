package nl.koppelwerk.ui.own;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.koppelwerk.data.own.Field;
import nl.koppelwerk.data.own.Said;
import nl.koppelwerk.data.person.AbsenceReason;
import nl.koppelwerk.ui.shell.OwnChoices;

/** What a volunteer said, with all there is to choose from, in the language of the page. */
public record OwnView(Said said, Map<Field, SortedSet<String>> values, Locale locale, LocalDate today) {
    private static final List<String> HOURS = List.of("1", "2", "3", "4", "5", "6", "8", "10", "12", "16");
    private static final List<String> FAMILIES = List.of("0", "1", "2", "3", "4");
    private static final List<String> METRES =
            List.of("1000", "2000", "3000", "4000", "5000", "7500", "10000", "15000", "20000", "30000");
    private static final List<String> CHILDREN = List.of("1", "2", "3", "4", "5", "6", "20");
    private static final int OLDEST = 25;
    private static final int EMPTY_LANGUAGES = 2;

    static OwnView of(Said said, Locale locale, LocalDate today) {
        return new OwnView(said, said.values(), locale, today);
    }

    /** A language that is spoken; both empty in a line to fill in. */
    public record Spoken(String language, String level) {}

    /** Days that are out, as they are kept and as a person says them. */
    public record Period(String text, LocalDate first, LocalDate last) {}

    private SortedSet<String> texts(Field field) {
        return Objects.requireNonNull(values.get(field), field.name());
    }

    /** The texts of a field in one, as the form sends them back. */
    public String joined(String field) {
        return String.join(" ", texts(Field.valueOf(field)));
    }

    public String value(String field) {
        return texts(Field.valueOf(field)).stream().findFirst().orElse("");
    }

    public boolean has(String field, Object text) {
        return texts(Field.valueOf(field)).contains(text.toString());
    }

    /** What there is to choose from on other pages too. */
    public OwnChoices choices() {
        return new OwnChoices(locale);
    }

    public List<String> hours() {
        return with(HOURS, value("HOURS"));
    }

    public List<String> families() {
        return with(FAMILIES, value("FAMILIES"));
    }

    public List<String> metres() {
        return with(METRES, value("DISTANCE"));
    }

    public List<String> children() {
        return with(CHILDREN, value("CHILDREN"));
    }

    public List<String> atHome() {
        return IntStream.rangeClosed(0, 8).mapToObj(Integer::toString).toList();
    }

    public List<String> ages() {
        return IntStream.rangeClosed(0, OLDEST).mapToObj(Integer::toString).toList();
    }

    /** What is kept can be chosen too, whatever it is. */
    private static List<String> with(List<String> choices, String kept) {
        return choices.contains(kept)
                ? choices
                : Stream.concat(choices.stream(), Stream.of(kept))
                        .sorted((one, other) -> Double.compare(Double.parseDouble(one), Double.parseDouble(other)))
                        .toList();
    }

    public String kilometres(String metres) {
        return java.text.NumberFormat.getNumberInstance(locale).format(Integer.parseInt(metres) / 1000.0);
    }

    public String number(String number) {
        return java.text.NumberFormat.getNumberInstance(locale).format(Double.parseDouble(number));
    }

    public List<String> means() {
        return List.of("WALKING", "BICYCLE", "PUBLIC_TRANSPORT", "CAR");
    }

    public List<AbsenceReason> reasons() {
        return AbsenceReason.TO_PAUSE;
    }

    /** With empty lines for more. */
    public List<Spoken> spoken() {
        return Stream.concat(
                        texts(Field.LANGUAGES).stream()
                                .map(text -> text.split(":", 2))
                                .map(pair -> new Spoken(pair[0], pair[1])),
                        Stream.generate(() -> new Spoken("", "")).limit(EMPTY_LANGUAGES))
                .toList();
    }

    public List<Period> away() {
        return new TreeSet<>(texts(Field.AWAY))
                .stream()
                        .map(text -> new Period(
                                text, LocalDate.parse(text.split("/", 2)[0]), LocalDate.parse(text.split("/", 2)[1])))
                        .toList();
    }

    public String date(LocalDate date) {
        return choices().date(date);
    }

    public Optional<LocalDate> confirmed() {
        return said.volunteer().availabilityConfirmed();
    }

    /** For scripts: what is kept under another name is another person's. */
    public String who() {
        return said.volunteer().id().value().toString();
    }
}
