package nl.koppelwerk.data.programme;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The own questions of a programme at the intake, and the conditions that their answers meet. */
final class IntakeForm {
    private static final Map<String, ProgrammeFile.Answer> KINDS = ProgrammeForm.names(ProgrammeFile.Answer.values());
    private static final int MOST = 30;
    private static final int LONGEST = 200;
    private static final int LEAST_NUMBER = -1_000_000;
    private static final int MOST_NUMBER = 1_000_000;

    /** Where somebody comes from and what somebody believes: asked only of who brings it up. */
    private static final Pattern PRIVATE = Pattern.compile(
            "migrat|migrant|afkomst|herkomst|geboorteland|nationalit|etnic|ethnic|religi|geloof|descent|country of birth|born abroad",
            Pattern.CASE_INSENSITIVE);

    private IntakeForm() {}

    static List<ProgrammeFile.Asked> questions(Field field) {
        List<ProgrammeFile.Asked> questions =
                field.list().stream().map(IntakeForm::question).toList();
        if (questions.stream().map(ProgrammeFile.Asked::key).distinct().count() < questions.size()) {
            field.refuse("question-twice");
        }
        if (questions.size() > MOST) {
            field.refuse("questions", Integer.toString(MOST));
        }
        return questions;
    }

    private static ProgrammeFile.Asked question(Field field) {
        ProgrammeFile.Answer kind = field.get("kind").word(KINDS);
        boolean choice = kind == ProgrammeFile.Answer.CHOICE;
        boolean number = kind == ProgrammeFile.Answer.NUMBER;
        ProgrammeFile.Asked asked = new ProgrammeFile.Asked(
                key(field.get("key")),
                kind,
                field.get("nl").text(LONGEST),
                field.get("en").text(LONGEST),
                choice ? options(field.get("options")) : List.of(),
                number ? Optional.of(range(field)) : Optional.empty(),
                field.find("onlyIfFamilyAsks").map(Field::yesNo).orElse(false));
        field.end();
        if (!asked.onlyIfFamilyAsks() && isPrivate(asked)) {
            field.refuse("question-private");
        }
        return asked;
    }

    private static boolean isPrivate(ProgrammeFile.Asked asked) {
        List<String> texts = new ArrayList<>(List.of(asked.key(), asked.dutch(), asked.english()));
        asked.options().forEach(option -> texts.addAll(List.of(option.key(), option.dutch(), option.english())));
        return texts.stream().anyMatch(text -> PRIVATE.matcher(text).find());
    }

    private static String key(Field field) {
        String key = field.text(40);
        if (!key.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            field.refuse("question-key", key);
        }
        return key;
    }

    private static List<ProgrammeFile.Option> options(Field field) {
        List<ProgrammeFile.Option> options =
                field.list().stream().map(IntakeForm::option).toList();
        long different =
                options.stream().map(ProgrammeFile.Option::key).distinct().count();
        if (different < options.size() || different < 2) {
            field.refuse("options");
        }
        return options;
    }

    private static ProgrammeFile.Option option(Field field) {
        ProgrammeFile.Option option = new ProgrammeFile.Option(
                key(field.get("key")),
                field.get("nl").text(LONGEST),
                field.get("en").text(LONGEST));
        field.end();
        return option;
    }

    private static ProgrammeFile.Range range(Field field) {
        int from = field.get("from").number(LEAST_NUMBER, MOST_NUMBER);
        int to = field.get("to").number(LEAST_NUMBER, MOST_NUMBER);
        if (to < from) {
            field.refuse("range", Integer.toString(from), Integer.toString(to));
        }
        return new ProgrammeFile.Range(Math.min(from, to), Math.max(from, to));
    }

    /** @param questions that they may be about */
    static List<Condition> conditions(Field field, List<ProgrammeFile.Asked> questions) {
        Map<String, ProgrammeFile.Asked> known = questions.stream()
                .collect(Collectors.toMap(
                        ProgrammeFile.Asked::key, Function.identity(), (one, other) -> one, LinkedHashMap::new));
        List<Condition> conditions = new ArrayList<>();
        for (Field one : field.list()) {
            condition(one, known).ifPresent(conditions::add);
        }
        if (conditions.stream().map(Condition::question).distinct().count() < conditions.size()) {
            field.refuse("condition-twice");
        }
        return conditions;
    }

    private static Optional<Condition> condition(Field field, Map<String, ProgrammeFile.Asked> known) {
        Field named = field.get("question");
        String key = named.text(40);
        ProgrammeFile.Asked question = known.get(key);
        if (question == null) {
            named.refuse("condition-unknown", key, known.isEmpty() ? "–" : String.join(", ", known.keySet()));
            return Optional.empty();
        }
        if (question.onlyIfFamilyAsks()) {
            named.refuse("condition-private", key);
        }
        return switch (question.kind()) {
            case YES_NO -> Optional.of(answers(question, Set.of(field.get("is").yesNo() ? "YES" : "NO"), field));
            case CHOICE -> Optional.of(answers(question, chosen(field.get("in"), question), field));
            case NUMBER -> {
                ProgrammeFile.Range range = range(field);
                field.end();
                yield Optional.of(new Condition(
                        key,
                        question.dutch(),
                        question.english(),
                        Set.of(),
                        Optional.of(new Condition.Range(range.from(), range.to()))));
            }
            case TEXT -> {
                named.refuse("condition-text", key);
                yield Optional.empty();
            }
        };
    }

    private static Condition answers(ProgrammeFile.Asked question, Set<String> answers, Field field) {
        field.end();
        return new Condition(question.key(), question.dutch(), question.english(), answers, Optional.empty());
    }

    /** All of them where none could be read, which is refused anyway. */
    private static Set<String> chosen(Field field, ProgrammeFile.Asked question) {
        Map<String, String> keys = question.options().stream()
                .map(ProgrammeFile.Option::key)
                .collect(Collectors.toMap(key -> key, key -> key, (one, other) -> one, LinkedHashMap::new));
        Set<String> chosen = keys.isEmpty() ? Set.of() : field.words(keys);
        return chosen.isEmpty() ? Set.of("?") : chosen;
    }
}
