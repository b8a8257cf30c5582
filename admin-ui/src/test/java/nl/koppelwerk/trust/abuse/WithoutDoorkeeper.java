package nl.koppelwerk.trust.abuse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import nl.koppelwerk.trust.abuse.Grounds.Answer;
import nl.koppelwerk.trust.abuse.Grounds.Sent;
import nl.koppelwerk.ui.access.Mapping;
import nl.koppelwerk.ui.access.TwoOrganisations;
import nl.koppelwerk.ui.access.TwoOrganisations.Reader;
import nl.koppelwerk.ui.access.TwoOrganisations.Whose;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.handler.AbstractHandlerMapping;

/** Every page with every verb for every role, with the check of roles taken out: what the database alone keeps apart. */
final class WithoutDoorkeeper implements Attack {
    /** These start work in the background, which no rollback takes back. */
    private static final List<String> LEFT_RUNNING =
            List.of("POST /runs", "POST /capacity", "POST /forgotten-password", "POST /own/ask", "POST /login");

    private static final List<RequestMethod> VERBS = List.of(
            RequestMethod.GET,
            RequestMethod.POST,
            RequestMethod.HEAD,
            RequestMethod.PUT,
            RequestMethod.PATCH,
            RequestMethod.DELETE);

    private final Held foreign = new Held("Without the check of roles, what is foreign looks like what is unknown");
    private final Held persons = new Held("Without the check of roles, nobody reads a name that the database hides");
    private final Held kept = new Held("Without the check of roles, nothing of another organisation changes");

    @Override
    public String name() {
        return "matrix";
    }

    @Override
    public List<Held> on(Grounds grounds, Random random, int tries) {
        takeOut(grounds);
        Map<Reader, List<String>> hidden = new EnumMap<>(Reader.class);
        Arrays.stream(Reader.values()).forEach(reader -> hidden.put(reader, hidden(grounds, reader)));
        Map<String, String> before = grounds.objects().contents(grounds.objects().other);
        for (Mapping mapping : Mapping.all(grounds.pages().context())) {
            for (RequestMethod verb : VERBS) {
                boolean running = LEFT_RUNNING.contains(verb + " " + mapping.pattern())
                        || mapping.pattern().matches(".*/(replays|tries)$");
                if (!running) {
                    for (Reader reader : Reader.values()) {
                        for (Map<String, String> headers :
                                List.of(Map.<String, String>of(), Map.of("HX-Request", "true"))) {
                            ask(
                                    new Question(grounds, mapping, verb, reader, headers),
                                    hidden.getOrDefault(reader, List.of()));
                        }
                    }
                }
            }
        }
        Map<String, String> after = grounds.objects().contents(grounds.objects().other);
        before.forEach((table, contents) -> kept.expect(contents.equals(after.get(table)), table + " has changed"));
        return List.of(foreign, persons, kept);
    }

    /** One page, one verb and somebody who asks, as a page or as a part of one. */
    private record Question(
            Grounds grounds, Mapping mapping, RequestMethod verb, Reader reader, Map<String, String> headers) {
        String what() {
            return verb + " " + mapping.pattern() + " by " + reader + (headers.isEmpty() ? "" : " as a part");
        }

        Map<String, String> parameters() {
            return new TreeMap<>(mapping.handler(verb)
                    .map((HandlerMethod handler) -> Mapping.parameters(handler, grounds.objects()))
                    .orElse(Map.of()));
        }

        /** An object at the places of the address. */
        Answer about(Whose whose) {
            return answer(mapping.address(grounds.objects(), whose, false), parameters());
        }

        /** The own object, and another in one parameter. */
        Answer with(String name, Whose whose) {
            Map<String, String> parameters = parameters();
            parameters.put(name, grounds.objects().object("{" + name + "}", whose));
            return answer(mapping.address(grounds.objects(), Whose.OWN, false), parameters);
        }

        private Answer answer(String address, Map<String, String> parameters) {
            List<Sent.Field> fields = new ArrayList<>();
            parameters.forEach((name, value) -> fields.add(new Sent.Field(name, value)));
            Answer answer = grounds.undone(() -> grounds.send(
                    new Sent(reader, HttpMethod.valueOf(verb.name()), address, List.copyOf(fields), headers)));
            return new Answer(answer.status(), answer.location(), answer.body().replace(address, "")).plain();
        }
    }

    private void ask(Question question, List<String> hidden) {
        Answer own = question.about(Whose.OWN);
        if (!hidden.isEmpty()) {
            List<String> read = hidden.stream().filter(own.body()::contains).toList();
            persons.expect(read.isEmpty(), question.what() + ": " + own.status() + " names " + read);
        }
        List<Whose> strangers = question.reader() == Reader.COORDINATOR_OF_ONE_PROGRAMME
                ? List.of(Whose.OTHER_ORGANISATION, Whose.OTHER_PROGRAMME)
                : List.of(Whose.OTHER_ORGANISATION);
        if (!question.mapping().places().isEmpty()) {
            Answer unknown = question.about(Whose.NOBODYS);
            strangers.stream()
                    .filter(whose -> whose != Whose.OTHER_PROGRAMME || ofAProgramme(question.mapping()))
                    .forEach(whose -> alike(question.what() + " about " + whose, question.about(whose), unknown));
        }
        question.parameters().keySet().stream()
                .filter(name -> TwoOrganisations.isObject("{" + name + "}"))
                .forEach(name -> {
                    Answer unknown = question.with(name, Whose.NOBODYS);
                    Answer others = question.with(name, Whose.OTHER_ORGANISATION);
                    alike(question.what() + " with " + name, others, unknown);
                });
    }

    private void alike(String what, Answer others, Answer unknown) {
        foreign.expect(
                others.status() == unknown.status() && others.body().equals(unknown.body()),
                what + ": " + others.status() + " for a foreign one, " + unknown.status() + " for an unknown one");
    }

    private static boolean ofAProgramme(Mapping mapping) {
        return mapping.places().stream().allMatch(TwoOrganisations::ofAProgramme);
    }

    /** They are encrypted for who comes in by SQL alone. */
    private static List<String> named(Grounds grounds, String[] ids) {
        String sql = """
                select name from family where id::text = any (:ids)
                union select name from volunteer where id::text = any (:ids)
                """;
        return grounds.database()
                .scope()
                .inside(
                        grounds.objects().own,
                        () -> grounds.database()
                                .jdbc()
                                .sql(sql)
                                .param("ids", ids)
                                .query((row, number) -> row.getString(1))
                                .list());
    }

    /** Names of the own organisation that the database hides from somebody. */
    private static List<String> hidden(Grounds grounds, Reader reader) {
        String ids = "select id::text from family union select id::text from volunteer";
        try (Sql sql = Sql.on(grounds.database())) {
            UUID own = grounds.objects().own.value();
            Sql.Scope software = new Sql.Scope("the software", own, null);
            List<String> seen = sql.in(new Sql.Scope("the reader", own, id(grounds, reader, sql, software)), ids)
                    .cells();
            String[] hidden = sql.in(software, ids).cells().stream()
                    .filter(id -> !seen.contains(id))
                    .toArray(String[]::new);
            return named(grounds, hidden);
        }
    }

    private static UUID id(Grounds grounds, Reader reader, Sql sql, Sql.Scope software) {
        return reader == Reader.VOLUNTEER
                ? grounds.objects().volunteer().volunteer().value()
                : UUID.fromString(
                        sql.in(software, "select id::text from account where email = '" + reader.email() + "'")
                                .cells()
                                .getFirst());
    }

    /** The list that interceptors are called from is closed to everybody but its own class. */
    private static void takeOut(Grounds grounds) {
        grounds.pages()
                .context()
                .getBeansOfType(AbstractHandlerMapping.class)
                .values()
                .forEach(mapping -> {
                    try {
                        var field = AbstractHandlerMapping.class.getDeclaredField("adaptedInterceptors");
                        field.setAccessible(true);
                        if (field.get(mapping) instanceof List<?> interceptors) {
                            interceptors.removeIf(one -> one instanceof HandlerInterceptor keeper
                                    && Objects.equals(keeper.getClass().getSimpleName(), "Doorkeeper"));
                        }
                    } catch (ReflectiveOperationException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }
}
