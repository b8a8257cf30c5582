package nl.koppelwerk.ui.own.kept;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Everything that is kept about a volunteer, as a page to read: what only a program has a use for is left out, and is in the
 * file for programs.
 */
public record KeptFile(JsonNode all, KeptWords words) {
    /** The parts, in the order of the page, with what each is called. */
    private static final List<Map.Entry<String, String>> PARTS = List.of(
            Map.entry("me", "own.kept.me"),
            Map.entry("programmes", "own.kept.programmes"),
            Map.entry("consents", "own.file.consents"),
            Map.entry("shared_with", "own.shared"),
            Map.entry("household_gets_help_too", "own.file.household"),
            Map.entry("away", "own.AWAY"),
            Map.entry("families", "own.kept.families"),
            Map.entry("answers", "own.kept.answers"),
            Map.entry("check_ins", "own.checkin.title"),
            Map.entry("questions", "own.confirm.title"),
            Map.entry("changes", "own.kept.changes"),
            Map.entry("visits", "own.kept.visits"),
            Map.entry("passkeys", "own.passkeys"),
            Map.entry("calendar_since", "own.calendar.title"));

    /** When something was, or what it is about; it stands before the rest of its line. */
    private static final List<String> FIRST = List.of("on", "at", "proposed_at", "added_at");

    /** A heading with lines under it. */
    public record Part(String heading, List<String> lines) {}

    public List<Part> parts() {
        return PARTS.stream()
                .filter(part -> all.hasNonNull(part.getKey()))
                .map(part -> new Part(part.getValue(), lines(part.getKey(), all.path(part.getKey()))))
                .toList();
    }

    private List<String> lines(String part, JsonNode value) {
        return switch (part) {
            case "me" -> said(value).toList();
            case "visits" ->
                value.valueStream()
                        .map(one -> words.value("at", one.asString()))
                        .toList();
            case "calendar_since" -> List.of(words.value("at", value.asString()));
            case "programmes" -> value.valueStream().map(JsonNode::asString).toList();
            case "changes" ->
                value.valueStream().flatMap(one -> change(one).stream()).toList();
            default -> value.valueStream().map(this::line).toList();
        };
    }

    /** When it was, and what is said of it. */
    private String line(JsonNode entry) {
        return String.join(
                ", ",
                Stream.of(
                                FIRST.stream().filter(entry::hasNonNull).map(name -> value(entry, name)),
                                Stream.of("step", "answer")
                                        .filter(entry::hasNonNull)
                                        .map(name -> value(entry, name)),
                                said(entry))
                        .flatMap(lines -> lines)
                        .toList());
    }

    private Stream<String> said(JsonNode entry) {
        return KeptWords.names().stream()
                .filter(entry::hasNonNull)
                .flatMap(name -> words.called(name).stream().map(called -> labelled(called, value(entry, name))));
    }

    /** Empty: of something that only programs know. */
    private Optional<String> change(JsonNode entry) {
        String start = value(entry, "at") + ", " + words.who(entry.path("way").asString()) + ". ";
        if (!entry.hasNonNull("field")) {
            return Optional.of(start + words.words().say("own.file.added"));
        }
        String field = entry.path("field").asString();
        // Of a programme only its number was noted.
        return words.called(field)
                .map(called -> start
                        + (field.equals("programme")
                                ? called
                                : labelled(called, was(entry, field, "before") + " → " + was(entry, field, "after"))));
    }

    private String was(JsonNode entry, String field, String which) {
        String text = entry.hasNonNull(which) ? entry.path(which).asString() : "";
        String said = text.isEmpty() ? "" : words.value(field, text);
        return said.isEmpty() ? "–" : said;
    }

    private static String labelled(String called, String value) {
        return (called.endsWith("?") || called.endsWith("؟") ? called : called + ":") + " "
                + (value.isEmpty() ? "–" : value);
    }

    private String value(JsonNode entry, String name) {
        return words.value(name, text(entry.path(name)));
    }

    private static String text(JsonNode value) {
        return value.isContainer()
                ? String.join(", ", value.valueStream().map(JsonNode::asString).toList())
                : value.asString();
    }
}
