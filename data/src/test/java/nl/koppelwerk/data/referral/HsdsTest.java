package nl.koppelwerk.data.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.koppelwerk.domain.language.Language;
import nl.koppelwerk.domain.language.Level;
import nl.koppelwerk.domain.programme.Need;
import nl.koppelwerk.referral.Condition;
import nl.koppelwerk.referral.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HsdsTest {
    private static final String ID = "ac148810-d857-441c-9679-408f346de14b";

    /** A directory by somebody else: a list, with terms of another taxonomy and fields that are not used here. */
    private static final String FOREIGN = """
            [{
              "id": "%s", "name": "Debt advice", "status": "active", "fees_description": "Free",
              "maximum_age": 17.5, "url": "https://example.org/debt", "last_modified": "2023-03-15T10:30:45.123Z",
              "languages": [{"id": "2989d3ed-c547-48f8-8f9d-432d81c7892e", "name": "Arabic", "code": "ara"}],
              "service_areas": [{"id": "381c64f1-a724-4884-9c21-ac96c21cca3e", "name": "Schiedam"}],
              "phones": [{"id": "1554f2e2-a373-45db-a3fa-9fc48a61c15e", "number": "010-1234567"}],
              "organization": {"id": "d9d5e0f5-d3ce-4f73-9a2f-4dd0ecc6c610", "name": "Org", "description": "An org"},
              "attributes": [{"id": "ae58cc39-8b70-4ab1-8aea-786882e5ac8e", "taxonomy_term":
                {"id": "3f7b145d-84af-42d7-8fae-eaca714b02b2", "name": "Finance", "description": "Money"}}]
            }]
            """.formatted(ID);

    /** By the published documentation of HSDS 3.0: which objects must say what. */
    private static final Map<String, Set<String>> REQUIRED = Map.of(
            "service", Set.of("id", "name", "status"),
            "organization", Set.of("id", "name", "description"),
            "service_areas", Set.of("id"),
            "languages", Set.of("id"),
            "attributes", Set.of("id"),
            "taxonomy_term", Set.of("id", "name", "description"),
            "phones", Set.of("id", "number"));

    private static final Set<String> OF_A_SERVICE = Set.of(
            "id",
            "organization_id",
            "program_id",
            "name",
            "alternate_name",
            "description",
            "url",
            "email",
            "status",
            "interpretation_services",
            "application_process",
            "fees_description",
            "accreditations",
            "eligibility_description",
            "minimum_age",
            "maximum_age",
            "assured_date",
            "assurer_email",
            "alert",
            "last_modified",
            "phones",
            "schedules",
            "service_areas",
            "service_at_locations",
            "languages",
            "organization",
            "funding",
            "cost_options",
            "program",
            "required_documents",
            "contacts",
            "attributes",
            "metadata");

    @Test
    void theEightThatComeAlongAreReadAndKeepToTheSpecification() {
        List<Service> services = read(ShippedServices.text()).entries().stream()
                .map(Directory.Entry::service)
                .toList();

        assertThat(services)
                .hasSize(8)
                .allMatch(Service::open)
                .allMatch(service -> !service.needs().isEmpty());
        assertThat(services.getFirst().conditions())
                .containsExactly(
                        new Condition.LivesIn(Set.of("Amsterdam")),
                        new Condition.Aged(4, 12),
                        new Condition.ChildAtSchool());
        assertThat(services.get(1).conditions()).contains(new Condition.SecondLanguage(Level.A1));
        assertThat(services.get(6).conditions()).contains(new Condition.Aged(18, 150));
        assertThat(services.get(7).needs()).containsExactly(Need.FINANCE, Need.HOUSING);
        keepsToTheSpecification(ShippedServices.text());
    }

    @Test
    void aDirectoryOfSomebodyElseIsReadAndWrittenAgainWhole() {
        Directory.Read foreign = read(FOREIGN);
        Service service = foreign.entries().getFirst().service();

        assertThat(service.name()).isEqualTo("Debt advice");
        assertThat(service.provider()).isEqualTo("Org");
        assertThat(service.url()).contains("https://example.org/debt");
        assertThat(service.needs()).containsExactly(Need.FINANCE);
        assertThat(service.conditions())
                .containsExactly(
                        new Condition.LivesIn(Set.of("Schiedam")),
                        new Condition.Aged(0, 17),
                        new Condition.Speaks(Set.of(new Language("ara"))));

        String written = Hsds.write(foreign.entries());

        assertThat(read(written)).isEqualTo(foreign);
        assertThat(written).contains("\"fees_description\" : \"Free\"", "010-1234567", "\"total_items\" : 1");
        keepsToTheSpecification(written);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "status": "active"|"status": "open"|1.status: De status is active, inactive, defunct of temporarily closed. Er staat: "open".
                    "status": "active"|"state": "active"|1.status: Het veld status ontbreekt.
                    "name": "Debt advice"|"name": 7|1.name: Hier hoort een tekst te staan.
                    "name": "Debt advice"|"name": ""|1.name: Het veld name ontbreekt.
                    "description": "An org"|"x": 1|1.organization.description: Het veld description ontbreekt.
                    381c64f1-a724-4884|381c64f1-4884|1.service_areas.1.id: Dit is geen UUID: "381c64f1-4884-9c21-ac96c21cca3e".
                    "maximum_age": 17.5|"maximum_age": "17"|1.maximum_age: Hier hoort een leeftijd van 0 tot en met 150 jaar te staan. Er staat: "17".
                    [{|[7, {|1: Hier hoort een dienst te staan, met id, name en status.
                    """)
    void whatTheSpecificationDoesNotAllowIsRefusedByItsPlace(String right, String wrong, String said) {
        Directory directory = Hsds.read("lijst.json", FOREIGN.replace(right, wrong));

        assertThat(directory)
                .isInstanceOfSatisfying(
                        Directory.Wrong.class,
                        refused -> assertThat(refused.problems().stream()
                                        .map(problem -> problem.in(Locale.of("nl")))
                                        .collect(Collectors.joining("\n")))
                                .contains("lijst.json, " + said));
    }

    /** A service with an extra field, in a language by two letters, for a term of the own taxonomy of its maker. */
    private static final String SERVICE = """
            {"id": "%s", "name": "Schuldhulp in de wijk", "status": "active", "fancy_rating": 5,
             "languages": [{"id": "2989d3ed-c547-48f8-8f9d-432d81c7892e", "name": "Arabisch", "code": "ar"}],
             "attributes": [{"id": "ae58cc39-8b70-4ab1-8aea-786882e5ac8e", "taxonomy_term":
               {"id": "3f7b145d-84af-42d7-8fae-eaca714b02b2", "name": "Money and debt advice", "description": "x"}}]}
            """.formatted(ID);

    private static final String ORGANISATION = """
            {"id": "d9d5e0f5-d3ce-4f73-9a2f-4dd0ecc6c610", "name": "Wijkteam", "description": "Een team", "services": [%s]}
            """.formatted(SERVICE);

    @ParameterizedTest
    @org.junit.jupiter.params.provider.MethodSource("shapes")
    void eachPublishedShapeIsRead(String shape) {
        Directory.Read read = read(shape);
        Service service = read.entries().getFirst().service();

        assertThat(read.entries()).hasSize(1);
        assertThat(read.unknown()).as("said, and kept").containsExactly("fancy_rating");
        assertThat(service.name()).isEqualTo("Schuldhulp in de wijk");
        assertThat(service.needs()).containsExactly(Need.FINANCE);
        assertThat(service.conditions()).containsExactly(new Condition.Speaks(Set.of(new Language("ara"))));
        assertThat(service.provider()).isEqualTo(shape.contains("Wijkteam") ? "Wijkteam" : "");
        assertThat(Hsds.write(read.entries())).contains("\"fancy_rating\" : 5");
    }

    static List<String> shapes() {
        String location = "{\"id\": \"e94c9f38-1e8f-4564-91d4-d53501ab1765\", \"service\": " + SERVICE + "}";
        return List.of(
                SERVICE,
                "\uFEFF" + SERVICE,
                "[" + SERVICE + "]",
                "{\"total_items\": 1, \"contents\": [" + SERVICE + "]}",
                ORGANISATION,
                "[" + ORGANISATION + "]",
                "{\"contents\": [" + ORGANISATION + "]}",
                "{\"organizations\": [" + ORGANISATION + "]}",
                "{\"services\": [" + SERVICE + "]}",
                "{\"contents\": [" + location + ", " + location.replace("e94c", "e94d") + "]}");
    }

    @Test
    void whatSomebodyElsesTermsMeanIsFoundInWholeWords() {
        assertThat(NeedTerms.of("", "Housing and tenancy")).containsExactly(Need.HOUSING);
        assertThat(NeedTerms.of("", "Opvoedondersteuning en taalles"))
                .containsExactly(Need.PARENTING, Need.DUTCH_LANGUAGE);
        assertThat(NeedTerms.of("dutch-language", "debt"))
                .as("our own code first")
                .containsExactly(Need.DUTCH_LANGUAGE);
        assertThat(NeedTerms.of("", "Geology")).as("no part of a word").isEmpty();
    }

    /** By the published schema: texts, numbers and lists, and texts that are identifiers or addresses. */
    private static final Set<String> NUMBERS = Set.of("minimum_age", "maximum_age", "year_incorporated");

    private static void types(String name, JsonNode value) {
        if (value.isObject()) {
            value.propertyStream().forEach(field -> types(field.getKey(), field.getValue()));
        } else if (value.isArray()) {
            value.valueStream()
                    .forEach(one -> assertThat(one.isObject()).as(name).isTrue());
            value.valueStream().forEach(one -> types(name, one));
        } else {
            assertThat(NUMBERS.contains(name) ? value.isNumber() : value.isString())
                    .as(name)
                    .isTrue();
            if (name.equals("id") || name.endsWith("_id")) {
                assertThat(value.asString()).as(name).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
            }
            if (Set.of("url", "uri", "website", "term_uri", "logo").contains(name)) {
                assertThat(java.net.URI.create(value.asString()).isAbsolute())
                        .as(name)
                        .isTrue();
            }
        }
    }

    @Test
    void whatIsNoDirectoryIsRefused() {
        assertThat(List.of(
                        "",
                        "7",
                        "{\"contents\": 3}",
                        "[{]",
                        "{}",
                        "[".repeat(100_000),
                        "9".repeat(1_000_000),
                        FOREIGN.replaceFirst("\"name\": *\"", "$0\\\\u0000"),
                        FOREIGN.replace("}]\n", "},") + FOREIGN.substring(1)))
                .allSatisfy(text -> assertThat(Hsds.read("x", text)).isInstanceOf(Directory.Wrong.class));
    }

    private static void keepsToTheSpecification(String text) {
        JsonNode page = JsonMapper.shared().readTree(text);
        assertThat(page.propertyNames())
                .contains("total_items", "total_pages", "page_number", "size", "first_page", "last_page", "empty");
        for (JsonNode service : page.get("contents")) {
            assertThat(OF_A_SERVICE).containsAll(service.propertyNames());
            check("service", service);
            types("service", service);
        }
    }

    private static void check(String name, JsonNode object) {
        assertThat(object.propertyNames()).as(name).containsAll(REQUIRED.getOrDefault(name, Set.of("id")));
        assertThat(object.get("id").asString()).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        object.propertyStream().forEach(entry -> {
            if (entry.getValue().isObject()) {
                check(entry.getKey(), entry.getValue());
            }
            entry.getValue().valueStream().filter(JsonNode::isObject).forEach(one -> check(entry.getKey(), one));
        });
    }

    private static Directory.Read read(String text) {
        Directory directory = Hsds.read("lijst.json", text);
        assertThat(directory).isInstanceOf(Directory.Read.class);
        return (Directory.Read) directory;
    }
}
