package nl.koppelwerk.trust.abuse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
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

    private final Held foreign = new Held("Without the check of roles, what is foreign looks like what is unknown");
    private final Held persons = new Held("Without the check of roles, who sees no persons reads no name of one");
    private final Held kept = new Held("Without the check of roles, nothing of another organisation changes");

    @Override
    public String name() {
        return "matrix";
    }

    @Override
    public List<Held> on(Grounds grounds, Random random, int tries) {
        takeOut(grounds);
        List<String> names = names(grounds);
        Map<String, String> before = grounds.objects().contents(grounds.objects().other);
        for (Mapping mapping : Mapping.all(grounds.pages().context())) {
            for (RequestMethod verb : List.of(
                    RequestMethod.GET,
                    RequestMethod.POST,
                    RequestMethod.HEAD,
                    RequestMethod.PUT,
                    RequestMethod.PATCH,
                    RequestMethod.DELETE)) {
                boolean running = LEFT_RUNNING.contains(verb + " " + mapping.pattern())
                        || mapping.pattern().matches(".*/(replays|tries)$");
                if (!running) {
                    Arrays.stream(Reader.values()).forEach(reader -> ask(grounds, mapping, verb, reader, names));
                }
            }
        }
        Map<String, String> after = grounds.objects().contents(grounds.objects().other);
        before.forEach((table, contents) -> kept.expect(contents.equals(after.get(table)), table + " has changed"));
        return List.of(foreign, persons, kept);
    }

    private void ask(Grounds grounds, Mapping mapping, RequestMethod verb, Reader reader, List<String> names) {
        String what = verb + " " + mapping.pattern() + " by " + reader;
        Answer own = answer(grounds, mapping, verb, reader, Whose.OWN);
        if (List.of(Reader.MUNICIPAL_READER, Reader.SYSTEM_ADMINISTRATOR).contains(reader)) {
            List<String> read = names.stream().filter(own.body()::contains).toList();
            persons.expect(read.isEmpty(), what + ": " + own.status() + " names " + read);
        }
        if (!mapping.places().isEmpty()) {
            Answer unknown = answer(grounds, mapping, verb, reader, Whose.NOBODYS);
            Answer others = answer(grounds, mapping, verb, reader, Whose.OTHER_ORGANISATION);
            foreign.expect(
                    others.status() == unknown.status() && others.body().equals(unknown.body()),
                    what + ": " + others.status() + " for a foreign one, " + unknown.status() + " for an unknown one");
        }
    }

    private static Answer answer(Grounds grounds, Mapping mapping, RequestMethod verb, Reader reader, Whose whose) {
        String address = mapping.address(grounds.objects(), whose, false);
        Map<String, String> parameters = new TreeMap<>(mapping.handler(verb)
                .map((HandlerMethod handler) -> Mapping.parameters(handler, grounds.objects()))
                .orElse(Map.of()));
        List<Sent.Field> fields = new ArrayList<>();
        parameters.forEach((name, value) -> fields.add(new Sent.Field(name, value)));
        Answer answer = grounds.undone(
                () -> grounds.send(new Sent(reader, HttpMethod.valueOf(verb.name()), address, List.copyOf(fields))));
        return new Answer(answer.status(), answer.location(), plain(answer.body(), address));
    }

    /** Without what differs each time. */
    private static String plain(String body, String address) {
        return body.replace(address, "")
                .replaceAll("kw-reference\">[0-9A-F]+<", "")
                .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}", "")
                .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }

    private static List<String> names(Grounds grounds) {
        TwoOrganisations objects = grounds.objects();
        try (Sql sql = Sql.on(grounds.database())) {
            return sql.in(
                            new Sql.Scope("the software", objects.own.value(), null),
                            "select name from family union select name from volunteer")
                    .cells();
        }
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
