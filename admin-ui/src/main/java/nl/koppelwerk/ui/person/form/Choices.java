package nl.koppelwerk.ui.person.form;

import java.text.Collator;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.koppelwerk.data.format.Column;
import nl.koppelwerk.data.imports.row.DayPartWords;
import nl.koppelwerk.data.imports.row.LanguageWords;
import nl.koppelwerk.domain.family.Household;
import nl.koppelwerk.domain.family.Urgency;
import nl.koppelwerk.domain.language.Languages;
import nl.koppelwerk.domain.programme.Need;
import nl.koppelwerk.domain.programme.Programme;
import nl.koppelwerk.domain.programme.SupportKind;
import nl.koppelwerk.domain.volunteer.Gender;
import nl.koppelwerk.ui.person.form.Layout.Item;
import nl.koppelwerk.ui.person.form.Layout.Kind;
import nl.koppelwerk.ui.shell.Words;

/** What can be chosen in the fields of a form, in the words of its reader. */
public record Choices(List<Programme> programmes, Words words) {
    /** Something to choose. */
    public record Option(String value, String label, boolean chosen) {}

    public Choices {
        programmes = List.copyOf(programmes);
    }

    /** What cells say, in words to read instead of those of a file; what is no value of its column stays as it is. */
    public Map<Column, String> said(Layout layout, Map<Column, String> cells) {
        Map<Column, String> said = new HashMap<>(cells);
        layout.items()
                .forEach(item -> said.computeIfPresent(
                        item.column(), (column, text) -> text.isEmpty() ? text : said(item, text)));
        return said;
    }

    private String said(Item item, String text) {
        return switch (item.kind()) {
            case TEXT, NUMBER -> text;
            case YES_NO ->
                nl.koppelwerk.data.imports.row.Words.YES_NO
                        .find(text)
                        .map(answer -> words.say(answer.name().toLowerCase(Locale.ROOT)))
                        .orElse(text);
            case CHOICE, CHOICES -> {
                List<String> chosen = of(item, text).stream()
                        .filter(Option::chosen)
                        .map(Option::label)
                        .toList();
                yield chosen.isEmpty() ? text : words.joined(chosen);
            }
            case LANGUAGES -> words.languages(Languages.parse(text));
            case WEEK -> DayPartWords.find(text).map(words::dayParts).orElse(text);
        };
    }

    List<Option> of(Item item, String text) {
        if (item.kind() == Kind.LANGUAGES) {
            return languages();
        }
        if (item.kind() != Kind.CHOICE && item.kind() != Kind.CHOICES) {
            return List.of();
        }
        Set<String> parts =
                Arrays.stream(text.split("[,;]", -1)).map(String::strip).collect(Collectors.toSet());
        return item.words()
                .map(list -> listed(list, parts))
                .orElseGet(() -> programmes(Set.copyOf(List.of(text.split("[\\s,;]+", -1)))));
    }

    private List<Option> listed(nl.koppelwerk.data.imports.row.Words<?> list, Set<String> parts) {
        Set<String> chosen = parts.stream()
                .flatMap(part -> list.find(part).stream())
                .map(Enum::name)
                .collect(Collectors.toSet());
        return values(list)
                .map(value -> new Option(value.name(), label(value), chosen.contains(value.name())))
                .toList();
    }

    private static Stream<? extends Enum<?>> values(nl.koppelwerk.data.imports.row.Words<?> list) {
        return Stream.<Enum<?>[]>of(
                        Household.values(), SupportKind.values(), Urgency.values(), Gender.values(), Need.values())
                .filter(values ->
                        list.find(values[0].name()).filter(values[0]::equals).isPresent())
                .flatMap(Arrays::stream);
    }

    private String label(Enum<?> value) {
        return value instanceof Need need ? words.needs(Set.of(need)) : words.say("choice." + value.name());
    }

    private List<Option> programmes(Set<String> chosen) {
        return programmes.stream()
                .map(programme -> new Option(
                        programme.code(),
                        programme.name() + " (" + programme.code() + ")",
                        chosen.stream().anyMatch(programme.code()::equalsIgnoreCase)))
                .toList();
    }

    private List<Option> languages() {
        Collator order = Collator.getInstance();
        return LanguageWords.all().stream()
                .map(language -> new Option(language.code(), words.language(language), false))
                .sorted((one, other) -> order.compare(one.label(), other.label()))
                .toList();
    }
}
