package nl.koppelwerk.sentence;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.koppelwerk.domain.language.Language;
import nl.koppelwerk.domain.language.Level;
import nl.koppelwerk.domain.programme.Need;
import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.domain.week.Hours;

/** A figure or a name to fill in a sentence, kept as what it is so that each language can write it its own way. */
public sealed interface Argument {
    /** A whole number, for instance of volunteers. */
    record Count(long value) implements Argument {}

    /** A distance as the crow flies. */
    record Metres(int value) implements Argument {}

    /** A day of the calendar. */
    record Day(LocalDate value) implements Argument {}

    /** A language by its name. */
    record Tongue(Language value) implements Argument {}

    /** Languages by their names. */
    record Tongues(Set<Language> value) implements Argument {
        public Tongues {
            value = Set.copyOf(value);
        }
    }

    /** A level of speech. */
    record Speech(Level value) implements Argument {}

    /** Needs by their names. */
    record Needs(Set<Need> value) implements Argument {
        public Needs {
            value = Set.copyOf(value);
        }
    }

    /** Day-parts of the week. */
    record Week(DayParts value) implements Argument {}

    /** Hours a week. */
    record Time(Hours value) implements Argument {}

    /** The name or reference of somebody or something, said as it is. */
    record Name(String value) implements Argument {}

    /** A word of the product with its own translation, by its key in the {@code terms} bundle. */
    record Term(String value) implements Argument {}

    /** Another sentence, said within this one. */
    record Said(Sentence value) implements Argument {}

    /** One word of text, the inverse of {@link #parse}; what a name holds is not escaped yet. */
    default String text() {
        return switch (this) {
            case Count count -> "count:" + count.value;
            case Metres metres -> "metres:" + metres.value;
            case Day day -> "day:" + day.value;
            case Tongue tongue -> "language:" + tongue.value;
            case Tongues tongues ->
                "languages:"
                        + new TreeSet<>(tongues.value)
                                .stream().map(Language::code).collect(Collectors.joining(","));
            case Speech speech -> "level:" + speech.value;
            case Needs needs ->
                "needs:" + new TreeSet<>(needs.value).stream().map(Need::name).collect(Collectors.joining(","));
            case Week week -> "week:" + week.value;
            case Time time -> "hours:" + time.value;
            case Name name -> "name:" + name.value;
            case Said said -> "said:" + said.value;
            case Term term -> "term:" + term.value;
        };
    }

    static Argument parse(String text) {
        int colon = text.indexOf(':');
        String value = text.substring(colon + 1);
        return switch (text.substring(0, Math.max(0, colon))) {
            case "count" -> new Count(Long.parseLong(value));
            case "metres" -> new Metres(Integer.parseInt(value));
            case "day" -> new Day(LocalDate.parse(value));
            case "language" -> new Tongue(new Language(value));
            case "languages" -> new Tongues(words(value).map(Language::new).collect(Collectors.toSet()));
            case "level" -> new Speech(Level.valueOf(value));
            case "needs" -> new Needs(words(value).map(Need::valueOf).collect(Collectors.toSet()));
            case "week" -> new Week(DayParts.parse(value));
            case "hours" -> new Time(Hours.parse(value));
            case "name" -> new Name(value);
            case "said" -> new Said(Sentence.parse(value));
            case "term" -> new Term(value);
            default -> throw new IllegalArgumentException("not an argument of a sentence: " + text);
        };
    }

    private static Stream<String> words(String names) {
        return Arrays.stream(names.split(",", -1)).filter(name -> !name.isEmpty());
    }
}
