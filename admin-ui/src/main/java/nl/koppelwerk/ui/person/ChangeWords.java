package nl.koppelwerk.ui.person;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.koppelwerk.data.history.Change;
import nl.koppelwerk.data.intake.Question;
import nl.koppelwerk.data.intake.Questions;
import nl.koppelwerk.domain.language.Languages;
import nl.koppelwerk.domain.programme.Need;
import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.domain.week.Hours;
import nl.koppelwerk.ui.shell.OwnLanguage;
import nl.koppelwerk.ui.shell.Words;

/**
 * Says a change as it is noted, in the words of the reader.
 *
 * @param names of programmes, families and volunteers that a change may name by id, and of questions and answers of
 *     programmes by their keys
 */
public record ChangeWords(Words words, Map<String, String> names) {
    /** Columns of the tables that forms and files call something else. */
    private static final Map<String, String> CALLED = Map.ofEntries(
            Map.entry("birth_year", "child"),
            Map.entry("quarters_per_week", "hours_per_week"),
            Map.entry("maximum_distance_metres", "maximum_distance_km"),
            Map.entry("travel_limit_metres", "travel_limit_km"),
            Map.entry("pets_unwelcome", "no_pets"));

    private static final String INTAKE = "intake";

    public ChangeWords {
        names = Map.copyOf(names);
    }

    /** What the field is called. */
    public String field(Change change) {
        String field = change.field().orElse("added");
        if (field.equals(INTAKE)) {
            return words.say("intake.heading") + ": " + question(change.part().orElse(""));
        }
        return words.say(
                "field." + CALLED.getOrDefault(field, field), change.part().orElse(""));
    }

    private String question(String key) {
        return key.startsWith(Questions.NEED)
                ? words.needs(Set.of(Need.valueOf(key.substring(Questions.NEED.length()))))
                : words.find("intake.q." + key).orElseGet(() -> names.getOrDefault(key, key));
    }

    public String before(Change change) {
        return value(change, change.before());
    }

    public String after(Change change) {
        return value(change, change.after());
    }

    private String value(Change change, Optional<String> value) {
        String field = change.field().orElse("");
        return field.equals(INTAKE)
                ? value.map(answer -> answer(change.part().orElse(""), answer)).orElseGet(() -> words.say("none"))
                : value(field, value);
    }

    private String answer(String question, String answer) {
        return words.find(
                        "intake.a." + question + "." + answer,
                        "intake.a." + answer,
                        answer.equals(Question.YES) ? "yes" : answer.equals(Question.NO) ? "no" : "")
                .orElseGet(() -> names.getOrDefault(question + "=" + answer, answer));
    }

    private String value(String field, Optional<String> value) {
        return value.filter(text -> !text.isEmpty())
                .map(text -> value(field, text))
                .orElseGet(() -> words.say("none"));
    }

    private String value(String field, String text) {
        return switch (field) {
            case "household", "kind", "urgency", "gender" -> words.say("choice." + text);
            case "status_reason", "inactive_reason" -> words.say("reason." + text);
            case "travels_by" -> texts(text, "own.means.");
            case "page_language" -> OwnLanguage.of(text).calledItself();
            case "languages" -> words.languages(Languages.parse(text));
            case "needs", "skills", "not_these" -> words.needs(needs(text));
            case "day_parts", "availability" -> words.dayParts(new DayParts(Integer.parseInt(text)));
            case "quarters_per_week" -> words.hours(new Hours(Integer.parseInt(text)));
            case "maximum_distance_metres", "travel_limit_metres" -> words.distance(Integer.parseInt(text));
            case "waiting_since",
                    "closed_on",
                    "availability_confirmed",
                    "screened",
                    "paused_until",
                    "stopped_on",
                    "registered_on" -> words.date(LocalDate.parse(text));
            case "programme", "family", "merged_into" -> names.getOrDefault(text, words.say("none"));
            default -> text.equals("true") ? words.say("yes") : text.equals("false") ? words.say("no") : text;
        };
    }

    private String texts(String json, String prefix) {
        return Arrays.stream(json.split("[^A-Z_]+", -1))
                .filter(name -> !name.isEmpty())
                .map(name -> words.say(prefix + name))
                .collect(Collectors.joining(", "));
    }

    private static Set<Need> needs(String json) {
        Set<Need> needs = EnumSet.noneOf(Need.class);
        Arrays.stream(json.split("[^A-Z_]+", -1))
                .filter(name -> !name.isEmpty())
                .map(Need::valueOf)
                .forEach(needs::add);
        return needs;
    }
}
