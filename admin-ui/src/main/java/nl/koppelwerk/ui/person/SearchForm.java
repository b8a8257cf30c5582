package nl.koppelwerk.ui.person;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.koppelwerk.data.view.person.Search;
import nl.koppelwerk.domain.language.Language;
import nl.koppelwerk.ui.person.form.Choices.Option;
import nl.koppelwerk.ui.shell.Words;

/**
 * What is looked for, with what can be chosen beside it.
 *
 * @param query the search as part of an address, to go to a next page or to export with
 */
public record SearchForm(
        Search search, List<Option> languages, List<Option> programmes, List<String> states, String query) {

    public static Search read(Map<String, String> sent) {
        return new Search(
                sent.getOrDefault("q", ""),
                sent.getOrDefault("speaks", ""),
                sent.getOrDefault("programme", ""),
                sent.getOrDefault("kind", ""),
                sent.getOrDefault("state", ""));
    }

    public static SearchForm of(Search search, List<String> languages, Desk desk, Words words, List<String> states) {
        return new SearchForm(
                search,
                languages.stream()
                        .map(code ->
                                new Option(code, words.language(new Language(code)), code.equals(search.language())))
                        .sorted((one, other) -> one.label().compareTo(other.label()))
                        .toList(),
                desk.programmes().stream()
                        .map(programme -> new Option(
                                programme.code(),
                                programme.name(),
                                programme.code().equals(search.programme())))
                        .toList(),
                states,
                query(search));
    }

    private static String query(Search search) {
        Map<String, String> parts = new TreeMap<>(Map.of(
                "q", search.text(),
                "speaks", search.language(),
                "programme", search.programme(),
                "kind", search.kind(),
                "state", search.state()));
        return parts.entrySet().stream()
                .filter(part -> !part.getValue().isEmpty())
                .map(part -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
