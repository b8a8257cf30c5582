package nl.koppelwerk.data.intake;

import java.util.List;
import java.util.Optional;

/**
 * Something that is asked at an intake.
 *
 * @param key under which the answer is kept
 * @param choices what can be answered, where it is a choice
 * @param range of a number
 * @param own in the words of a programme; empty: a question of the software, which pages have words for
 */
public record Question(
        String key, Section section, Kind kind, List<String> choices, Optional<Range> range, Optional<Own> own) {
    public static final String YES = "YES";
    public static final String NO = "NO";

    private static final int LONGEST = 1000;
    private static final int LONGEST_LINE = 100;

    public Question {
        choices = List.copyOf(choices);
    }

    /** Under which heading it is asked. */
    public enum Section {
        START,
        FINANCE,
        HOUSING,
        HEALTH,
        SOCIAL,
        PARTICIPATION,
        OTHER,
        SKILLS,
        PROGRAMME
    }

    /** What an answer looks like. */
    public enum Kind {
        YES_NO,
        CHOICE,
        NUMBER,
        LINE,
        TEXT
    }

    /** Both included. */
    public record Range(int from, int to) {}

    /**
     * A question of a programme.
     *
     * @param programme its code
     * @param answers words of the choices, in their order
     * @param onlyIfFamilyAsks nobody asks it: it is there for a family that brings it up
     */
    public record Own(String programme, Words words, List<Words> answers, boolean onlyIfFamilyAsks) {
        public Own {
            answers = List.copyOf(answers);
        }
    }

    /** The same in both languages. */
    public record Words(String dutch, String english) {
        public String in(String language) {
            return language.equals("en") ? english : dutch;
        }
    }

    /** Whether an answer is missed when it is not there. */
    public boolean asked() {
        return own.isEmpty() || !own.get().onlyIfFamilyAsks();
    }

    /** What is wrong with an answer, by the name that messages know it by. */
    public Optional<String> problem(String answer) {
        return switch (kind) {
            case YES_NO -> wrong(!answer.equals(YES) && !answer.equals(NO), "choice");
            case CHOICE -> wrong(!choices.contains(answer), "choice");
            case NUMBER -> wrong(!inRange(answer), "number");
            case LINE -> wrong(answer.length() > LONGEST_LINE || answer.contains("\n"), "line");
            case TEXT -> wrong(answer.length() > LONGEST, "text");
        };
    }

    private boolean inRange(String answer) {
        return answer.matches("-?[0-9]{1,9}")
                && range.filter(wanted ->
                                wanted.from <= Integer.parseInt(answer) && Integer.parseInt(answer) <= wanted.to)
                        .isPresent();
    }

    private static Optional<String> wrong(boolean wrong, String what) {
        return wrong ? Optional.of(what) : Optional.empty();
    }
}
