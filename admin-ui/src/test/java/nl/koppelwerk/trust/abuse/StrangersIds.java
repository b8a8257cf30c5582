package nl.koppelwerk.trust.abuse;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.koppelwerk.trust.abuse.Grounds.Sent;
import nl.koppelwerk.ui.access.TwoOrganisations.Reader;

/** Names in every field that names something what is another organisation's, or out of sight for who is limited. */
final class StrangersIds implements Attack {
    private static final String UNKNOWN = new UUID(11, 11).toString();

    private final Held alike = new Held("Somebody else's id in a field does and says what an unknown one does");

    @Override
    public String name() {
        return "ids";
    }

    @Override
    public List<Held> on(Grounds grounds, Random random, int tries) {
        Map<String, String> others = new HashMap<>();
        Map<String, String> hidden = new HashMap<>();
        try (Sql sql = Sql.on(grounds.database())) {
            UUID own = grounds.objects().own.value();
            Sql.Scope software = new Sql.Scope("the software", own, null);
            Sql.Scope foreign = new Sql.Scope("another", grounds.objects().other.value(), null);
            Sql.Scope limited = new Sql.Scope("limited", own, account(sql, software));
            for (String table : tables(sql)) {
                String ids = "select id::text from " + table + " order by 1";
                List<String> seen = sql.in(limited, ids).cells();
                List<String> strange = sql.in(foreign, ids).cells();
                for (String id : sql.in(software, ids).cells()) {
                    strange.stream().findFirst().ifPresent(other -> others.put(id, other));
                    sql.in(software, ids).cells().stream()
                            .filter(one -> !seen.contains(one))
                            .findFirst()
                            .ifPresent(other -> hidden.put(id, other));
                }
            }
        }
        for (Site.Door door : Site.of(grounds).doors()) {
            if (!Site.leavesWorkRunning(door)) {
                tried(grounds, door, others);
                if (door.page().by() == Reader.COORDINATOR_OF_ONE_PROGRAMME) {
                    tried(grounds, door, hidden);
                }
            }
        }
        return List.of(alike);
    }

    private void tried(Grounds grounds, Site.Door door, Map<String, String> strangers) {
        door.form()
                .choices()
                .forEach((name, choices) -> new TreeSet<>(choices)
                        .stream()
                                .map(strangers::get)
                                .filter(Objects::nonNull)
                                .findFirst()
                                .ifPresent(stranger -> tried(grounds, door, name, stranger)));
    }

    private void tried(Grounds grounds, Site.Door door, String name, String stranger) {
        Contents before = Left.before(grounds);
        Left foreign = Left.behind(grounds, before, sent(door, name, stranger));
        Left unknown = Left.behind(grounds, before, sent(door, name, UNKNOWN));
        // That it was asked for is noted of either.
        Set<String> known = new TreeSet<>(before.ids());
        known.removeAll(List.of(stranger, UNKNOWN));
        Set<String> different = new TreeSet<>(foreign.after().differences(unknown.after(), known));
        different.removeAll(unknown.differences(Left.behind(grounds, before, sent(door, name, UNKNOWN))));
        if (!foreign.answer().plain().equals(unknown.answer().plain())) {
            different.add("the answer");
        }
        alike.expect(
                different.isEmpty() && !foreign.answer().failed(),
                "%s, field %s: %d for a stranger's, %d for an unknown one %s"
                        .formatted(
                                door.name(),
                                name,
                                foreign.answer().status(),
                                unknown.answer().status(),
                                different));
    }

    /** As filled in by somebody who leaves nothing open, but for one field. */
    private static Sent sent(Site.Door door, String name, String value) {
        return door.sent(Form.with(door.form().plausible(), name, value));
    }

    private static UUID account(Sql sql, Sql.Scope software) {
        return UUID.fromString(sql.in(
                        software,
                        "select id::text from account where email = '" + Reader.COORDINATOR_OF_ONE_PROGRAMME.email()
                                + "'")
                .cells()
                .getFirst());
    }

    private static List<String> tables(Sql sql) {
        return sql.catalogue("""
                select c.relname::text from pg_class c join pg_attribute a on a.attrelid = c.oid
                where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
                  and a.attname = 'id' and a.atttypid = 'uuid'::regtype
                order by 1
                """);
    }
}
