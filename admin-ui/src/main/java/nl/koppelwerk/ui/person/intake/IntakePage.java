package nl.koppelwerk.ui.person.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.koppelwerk.data.intake.Question;
import nl.koppelwerk.data.intake.Question.Section;
import nl.koppelwerk.ui.shell.IntakeWords;
import nl.koppelwerk.ui.shell.Words;

/** All questions with what is answered, under their headings. */
public record IntakePage(List<Part> parts) {
    public IntakePage {
        parts = List.copyOf(parts);
    }

    /** Questions under one heading. */
    public record Part(Section section, List<Field> asked, List<Field> onlyIfFamilyAsks) {
        public long answered() {
            return asked.stream().filter(field -> !field.answer().isEmpty()).count();
        }

        /** Whether somebody has to look at it now. */
        public boolean opened() {
            return Stream.concat(asked.stream(), onlyIfFamilyAsks.stream())
                    .anyMatch(field ->
                            field.problem().isPresent() || field.theirs().isPresent());
        }
    }

    /** Something to choose; the first of a field is no answer. */
    public record Option(String value, String label) {}

    /**
     * A question as a form has it.
     *
     * @param before what it said when the page was opened
     * @param problem what is wrong with the answer, in words
     * @param theirs what a colleague answered meanwhile, in words
     */
    public record Field(
            Question question,
            String label,
            List<Option> options,
            String answer,
            String before,
            Optional<String> problem,
            Optional<String> theirs) {
        /** Names the field in a form. */
        public String name() {
            return "q." + question.key();
        }

        /** As an address points to it. */
        public String id() {
            return "q-" + question.key().replace('.', '-');
        }

        public String template() {
            return switch (question.kind()) {
                case YES_NO, CHOICE -> "choice";
                case NUMBER, LINE -> "line";
                case TEXT -> "text";
            };
        }
    }

    /**
     * What the fields say.
     *
     * @param answers now
     * @param before what they said when the page was opened
     * @param problems what is wrong, by question
     * @param theirs what a colleague answered meanwhile, by question
     */
    record Said(
            Map<String, String> answers,
            Map<String, String> before,
            Map<String, String> problems,
            Map<String, String> theirs) {
        static Said of(Map<String, String> answers) {
            return new Said(answers, answers, Map.of(), Map.of());
        }
    }

    static IntakePage of(List<Question> questions, Said said, Words words, String language) {
        List<Field> fields = questions.stream()
                .map(question -> field(question, said, words, language))
                .toList();
        return new IntakePage(Arrays.stream(Section.values())
                .map(section -> new Part(section, of(fields, section, true), of(fields, section, false)))
                .filter(part ->
                        !part.asked().isEmpty() || !part.onlyIfFamilyAsks().isEmpty())
                .toList());
    }

    private static List<Field> of(List<Field> fields, Section section, boolean asked) {
        return fields.stream()
                .filter(field -> field.question().section() == section
                        && field.question().asked() == asked)
                .toList();
    }

    private static Field field(Question question, Said said, Words words, String language) {
        String key = question.key();
        List<Option> options = options(question, words, language);
        return new Field(
                question,
                label(question, words, language),
                options,
                said.answers().getOrDefault(key, ""),
                said.before().getOrDefault(key, ""),
                Optional.ofNullable(said.problems().get(key)).map(problem -> problem(question, problem, words)),
                Optional.ofNullable(said.theirs().get(key)).map(theirs -> shown(options, theirs, words)));
    }

    private static String problem(Question question, String problem, Words words) {
        return question.range()
                .map(range -> words.say("intake.problem." + problem, range.from(), range.to()))
                .orElseGet(() -> words.say("intake.problem." + problem));
    }

    private static String shown(List<Option> options, String answer, Words words) {
        return options.stream()
                .filter(option -> option.value().equals(answer))
                .map(Option::label)
                .findFirst()
                .orElse(answer.isEmpty() ? words.say("none") : answer);
    }

    static String label(Question question, Words words, String language) {
        return new IntakeWords(words, language).label(question);
    }

    private static List<Option> options(Question question, Words words, String language) {
        List<Option> options = new ArrayList<>();
        new IntakeWords(words, language)
                .answers(question)
                .forEach(answer -> options.add(new Option(answer.value(), answer.label())));
        if (!options.isEmpty()) {
            options.add(new Option("", words.say("intake.notAsked")));
        }
        return options;
    }
}
