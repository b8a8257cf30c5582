package nl.koppelwerk.data.referral;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import nl.koppelwerk.domain.language.Language;
import nl.koppelwerk.domain.language.Level;
import nl.koppelwerk.domain.programme.Need;
import nl.koppelwerk.referral.Condition;
import nl.koppelwerk.referral.Service;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Open Referral's Human Services Data Specification 3.0 as JSON, in the shapes of {@link HsdsShapes}.
 *
 * <p>Needs and conditions are attributes: a term that is a need by name or code, or one of {@code child-at-school} and
 * {@code dutch-second-language} (with the level as its value). Areas are municipalities or towns by name. Whatever else
 * stands in a directory is kept and written again as it was.
 */
public final class Hsds {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    /** JSON can write it and no text of the database can hold it. */
    private static final String NO_LETTER = "\\u0000";

    private static final Set<String> STATUSES = Set.of("active", "inactive", "defunct", "temporarily closed");
    private static final int OLDEST = 150;

    /** What the standard has for a service; see <a href="https://docs.openreferral.org">its reference</a>. */
    private static final Set<String> FIELDS =
            Set.of(("id organization_id program_id name alternate_name description url additional_urls email status"
                            + " interpretation_services application_process fees_description wait_time fees accreditations"
                            + " eligibility_description minimum_age maximum_age assured_date assurer_email licenses alert"
                            + " last_modified phones schedules service_areas service_at_locations languages organization"
                            + " funding cost_options program required_documents contacts capacities attributes metadata")
                    .split(" "));

    private final String file;
    private final List<DirectoryProblem> problems = new ArrayList<>();

    private Hsds(String file) {
        this.file = file;
    }

    /** @param file its name, for messages */
    public static Directory read(String file, String text) {
        Hsds reading = new Hsds(file);
        if (text.contains(NO_LETTER)) {
            return new Directory.Wrong(List.of(new DirectoryProblem(file, "", "unreadable", List.of(line(text)))));
        }
        try {
            List<Directory.Entry> entries =
                    reading.entries(JSON.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text));
            return reading.problems.isEmpty()
                    ? new Directory.Read(entries, unknown(entries))
                    : new Directory.Wrong(reading.problems);
        } catch (JacksonException e) {
            return new Directory.Wrong(
                    List.of(new DirectoryProblem(file, "", "unreadable", List.of(Integer.toString(line(e))))));
        }
    }

    /** What is nested too deep or far too long has no place. */
    private static int line(JacksonException e) {
        return e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
    }

    private static String line(String text) {
        return Long.toString(
                1 + text.substring(0, text.indexOf(NO_LETTER)).lines().skip(1).count());
    }

    /** One page with all of them, as the API of HSDS would answer. */
    public static String write(List<Directory.Entry> entries) {
        ObjectNode page = JSON.createObjectNode();
        page.put("total_items", entries.size());
        page.put("total_pages", 1);
        page.put("page_number", 1);
        page.put("size", entries.size());
        page.put("first_page", true);
        page.put("last_page", true);
        page.put("empty", entries.isEmpty());
        ArrayNode contents = page.putArray("contents");
        entries.forEach(entry -> contents.add(entry.content()));
        return JSON.writeValueAsString(page) + "\n";
    }

    static Directory.Entry kept(String content) {
        JsonNode node = JSON.readTree(content);
        return new Directory.Entry(new Hsds("").service(node, ""), node);
    }

    private List<Directory.Entry> entries(JsonNode tree) {
        List<Directory.Entry> entries = new ArrayList<>();
        Set<UUID> ids = new HashSet<>();
        for (HsdsShapes.Found found : HsdsShapes.of(tree)) {
            Service service = service(found.node(), found.place());
            if (!ids.add(service.id())) {
                wrong(below(found.place(), "id"), "twice", service.id().toString());
            }
            entries.add(new Directory.Entry(service, found.node()));
        }
        return entries;
    }

    /** Names of fields that HSDS does not have for a service. */
    private static SortedSet<String> unknown(List<Directory.Entry> entries) {
        SortedSet<String> unknown = new TreeSet<>();
        entries.forEach(entry -> unknown.addAll(entry.content().propertyNames()));
        unknown.removeAll(FIELDS);
        return unknown;
    }

    private void wrong(String place, String key, String... arguments) {
        if (problems.size() < 100) {
            problems.add(new DirectoryProblem(file, place, key, List.of(arguments)));
        }
    }

    private Service service(JsonNode node, String place) {
        if (!node.isObject()) {
            wrong(place, "no-service");
        }
        String status = required(node, "status", place);
        if (!status.isEmpty() && !STATUSES.contains(status)) {
            wrong(below(place, "status"), "status", status);
        }
        JsonNode organisation = node.path("organization");
        if (organisation.isObject()) {
            id(organisation, below(place, "organization"));
            required(organisation, "name", below(place, "organization"));
            required(organisation, "description", below(place, "organization"));
        }
        return new Service(
                id(node, place),
                required(node, "name", place),
                text(organisation, "name", below(place, "organization")).orElse(""),
                text(node, "description", place).orElse(""),
                status.equals("active"),
                needs(node),
                conditions(node, place),
                text(node, "eligibility_description", place),
                text(node, "application_process", place),
                text(node, "url", place).filter(url -> url.matches("https?://[^\\s\"<>]+")));
    }

    private List<Condition> conditions(JsonNode node, String place) {
        List<Condition> conditions = new ArrayList<>();
        Set<String> areas = new LinkedHashSet<>();
        each(node, "service_areas", place, area -> text(area, "name", place).ifPresent(areas::add));
        if (!areas.isEmpty()) {
            conditions.add(new Condition.LivesIn(areas));
        }
        int from = (int) Math.ceil(age(node, "minimum_age", place).orElse(0.0));
        int to = (int) Math.floor(age(node, "maximum_age", place).orElse((double) OLDEST));
        if (from > 0 || to < OLDEST) {
            conditions.add(new Condition.Aged(from, to));
        }
        Set<Language> languages = new LinkedHashSet<>();
        each(
                node,
                "languages",
                place,
                language ->
                        text(language, "code", place).flatMap(Hsds::language).ifPresent(languages::add));
        if (!languages.isEmpty()) {
            conditions.add(new Condition.Speaks(languages));
        }
        each(node, "attributes", place, attribute -> condition(attribute).ifPresent(conditions::add));
        return conditions;
    }

    private static Optional<Condition> condition(JsonNode attribute) {
        return switch (attribute.path("taxonomy_term").path("code").asString("")) {
            case "child-at-school" -> Optional.of(new Condition.ChildAtSchool());
            case "dutch-second-language" ->
                Optional.of(new Condition.SecondLanguage(
                        level(attribute.path("value").asString(""))));
            default -> Optional.empty();
        };
    }

    /** Of two letters or three, as the standard allows both. */
    private static Optional<Language> language(String code) {
        String plain = code.toLowerCase(Locale.ROOT);
        try {
            return plain.matches("[a-z]{2,3}")
                    ? Optional.of(new Language(Locale.of(plain).getISO3Language()))
                    : Optional.empty();
        } catch (MissingResourceException none) {
            return Optional.empty();
        }
    }

    private static Level level(String text) {
        return text.matches("[ABC][12]") ? Level.valueOf(text) : Level.A1;
    }

    private static Set<Need> needs(JsonNode node) {
        Set<Need> needs = EnumSet.noneOf(Need.class);
        node.path("attributes")
                .valueStream()
                .map(attribute -> attribute.path("taxonomy_term"))
                .forEach(term -> needs.addAll(NeedTerms.of(
                        term.path("code").asString(""), term.path("name").asString(""))));
        return needs;
    }

    private void each(JsonNode node, String field, String place, Consumer<JsonNode> each) {
        JsonNode list = node.path(field);
        if (list.isMissingNode() || list.isNull()) {
            return;
        }
        if (!list.isArray()) {
            wrong(below(place, field), "list");
            return;
        }
        for (int i = 0; i < list.size(); i++) {
            id(list.get(i), below(place, field + "." + (i + 1)));
            each.accept(list.get(i));
        }
    }

    private UUID id(JsonNode node, String place) {
        String text = required(node, "id", place);
        if (text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
            return UUID.fromString(text);
        }
        if (!text.isEmpty()) {
            wrong(below(place, "id"), "uuid", text);
        }
        return new UUID(0, 0);
    }

    /** Empty where it is missing, which is noted. */
    private String required(JsonNode node, String field, String place) {
        Optional<String> found = text(node, field, place);
        if (found.isEmpty()) {
            wrong(below(place, field), "missing", field);
        }
        return found.orElse("");
    }

    private Optional<String> text(JsonNode node, String field, String place) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isString()) {
            wrong(below(place, field), "text");
            return Optional.of("?");
        }
        return Optional.of(value.asString().strip()).filter(text -> !text.isEmpty());
    }

    private Optional<Double> age(JsonNode node, String field, String place) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isNumber() || value.doubleValue() < 0 || value.doubleValue() > OLDEST) {
            wrong(below(place, field), "age", value.asString(""));
            return Optional.empty();
        }
        return Optional.of(value.doubleValue());
    }

    private static String below(String place, String field) {
        return place.isEmpty() ? field : place + "." + field;
    }
}
