package nl.koppelwerk.ui.shell;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.koppelwerk.data.view.Filter;
import nl.koppelwerk.domain.family.Urgency;
import nl.koppelwerk.domain.language.Language;
import nl.koppelwerk.domain.programme.SupportKind;

/** What a reader narrowed a list down to, as it stands in the address of the page; what makes no sense there asks nothing. */
public record Narrowed(Filter filter) {
    public static Narrowed of(Map<String, String> address) {
        return new Narrowed(new Filter(
                given(address, "municipality"),
                given(address, "postcode")
                        .map(text -> text.replaceAll("\\D.*", ""))
                        .filter(digits -> digits.matches("\\d{1,4}")),
                given(address, "programme").flatMap(Narrowed::id),
                named(SupportKind.values(), given(address, "kind")),
                named(Urgency.values(), given(address, "urgency")),
                given(address, "tongue")
                        .filter(code -> code.matches("[a-z]{3}"))
                        .map(Language::new)));
    }

    private static Optional<String> given(Map<String, String> address, String name) {
        return Optional.ofNullable(address.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static Optional<UUID> id(String text) {
        return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }

    private static <E extends Enum<E>> Optional<E> named(E[] all, Optional<String> name) {
        return name.flatMap(sought ->
                Arrays.stream(all).filter(one -> one.name().equals(sought)).findFirst());
    }

    /** Whether anything is left out. */
    public boolean any() {
        return !filter.equals(Filter.ALL);
    }

    /** To put behind the address of a page: a question mark and what is asked, or nothing. */
    public String query() {
        String asked = values().entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return asked.isEmpty() ? "" : "?" + asked;
    }

    /** By the names that stand in an address. */
    public Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        filter.municipality().ifPresent(name -> values.put("municipality", name));
        filter.postcode().ifPresent(digits -> values.put("postcode", digits));
        filter.programme().ifPresent(id -> values.put("programme", id.toString()));
        filter.kind().ifPresent(kind -> values.put("kind", kind.name()));
        filter.urgency().ifPresent(urgency -> values.put("urgency", urgency.name()));
        filter.language().ifPresent(language -> values.put("tongue", language.code()));
        return values;
    }
}
