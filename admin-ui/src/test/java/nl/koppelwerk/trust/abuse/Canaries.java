package nl.koppelwerk.trust.abuse;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import nl.koppelwerk.trust.abuse.Grounds.Answer;
import nl.koppelwerk.trust.abuse.Grounds.Sent;
import org.springframework.http.HttpMethod;

/** Types somebody's name, address and password in every field there is, and reads what is not meant to hold them. */
final class Canaries implements Attack {
    private static final List<String> TYPED = List.of(
            "Kanarie Zwartkop", "kanarie.zwartkop@voorbeeld.example", "06 9988 7766", "kanarie-wachtwoord-9988");

    /** As they may come back, in any case and with blanks taken out. */
    private static final Pattern FOUND = Pattern.compile("(?i)(kanarie|zwartkop|99 ?88 ?77)");

    private final Held logs = new Held("No log line holds what somebody typed in a field, at the level debug");
    private final Held errors = new Held("No page of an error says what somebody typed");
    private final Held tables = new Held("No job table, audit entry or count of attempts holds what somebody typed");
    private final Held metrics = new Held("No name or label of a metric holds what somebody typed");

    @Override
    public String name() {
        return "canaries";
    }

    @Override
    public List<Held> on(Grounds grounds, Random random, int tries) {
        Site site = Site.of(grounds);
        try (HeardLines lines = new HeardLines(FOUND)) {
            type(grounds, site, lines);
        }
        search(grounds);
        grounds.pages()
                .context()
                .getBeansOfType(MeterRegistry.class)
                .values()
                .forEach(registry -> registry.getMeters().forEach(meter -> {
                    String said = meter.getId().toString();
                    metrics.expect(!FOUND.matcher(said).find(), said);
                }));
        return List.of(logs, errors, tables, metrics);
    }

    private void type(Grounds grounds, Site site, HeardLines lines) {
        for (Site.Door door : site.doors()) {
            if (!door.name().matches(".*(erase|merge|logout|leave|/runs|/tries|/capacity).*")) {
                for (String field : door.form().blank()) {
                    for (String canary : TYPED) {
                        Answer answer = grounds.undone(() ->
                                grounds.send(door.sent(Form.with(door.form().plausible(), field, canary))));
                        read(door.name() + ", field " + field, answer, lines);
                    }
                }
            }
        }
        for (Site.Page page : site.pages()) {
            for (String parameter : page.parameters()) {
                Sent sent = new Sent(
                        page.by(),
                        HttpMethod.GET,
                        page.address(),
                        List.of(new Sent.Field(parameter, TYPED.getFirst())));
                read(
                        "GET " + page.pattern() + ", parameter " + parameter,
                        grounds.undone(() -> grounds.send(sent)),
                        lines);
            }
        }
    }

    private void read(String where, Answer answer, HeardLines lines) {
        List<String> found = lines.found();
        logs.expect(
                found.isEmpty(),
                where + " logged " + Nasty.shown(found.stream().findFirst().orElse("")));
        // A form that is shown again holds what was typed; an error does not.
        if (answer.status() >= 400 && answer.status() != 422) {
            errors.expect(!FOUND.matcher(answer.body()).find(), where + " answered " + answer.status());
        }
    }

    private void search(Grounds grounds) {
        Sql.Scope own = new Sql.Scope("the software", grounds.objects().own.value(), null);
        try (Sql sql = Sql.on(grounds.database())) {
            for (String table : sql.catalogue("""
                    select schemaname || '.' || tablename from pg_tables
                    where schemaname in ('batch', 'work') or tablename in ('audit_entry', 'failed_attempts', 'run')
                    order by 1
                    """)) {
                List<String> rows = sql.in(
                                own,
                                "select t::text from " + table + " t where t::text ~* '(kanarie|zwartkop|99 ?88 ?77)'")
                        .cells();
                tables.expect(
                        rows.isEmpty(), table + ": " + rows.stream().limit(1).toList());
            }
        }
    }
}
