package nl.koppelwerk.trust.abuse;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import nl.koppelwerk.trust.abuse.Sql.Answer;
import nl.koppelwerk.trust.abuse.Sql.Scope;
import nl.koppelwerk.ui.access.TwoOrganisations;
import nl.koppelwerk.ui.access.TwoOrganisations.Reader;
import nl.koppelwerk.ui.access.TwoOrganisations.Whose;

/** The same tables with the eyes of whoever sees a part of the own organisation only, or no persons at all. */
final class LimitedReaders implements Attack {
    private final Held read = new Held("Who is limited reads by SQL nobody of another part");
    private final Held changed = new Held("Who is limited changes by SQL nobody of another part");

    @Override
    public String name() {
        return "limits";
    }

    @Override
    public List<Held> on(Grounds grounds, Random random, int tries) {
        TwoOrganisations objects = grounds.objects();
        UUID own = objects.own.value();
        try (Sql sql = Sql.on(grounds.database())) {
            Scope whole = new Scope("the software", own, null);
            List<String> elsewhere = new ArrayList<>();
            for (String place : List.of("{family}", "{request}", "{volunteer}", "/proposals/{id}", "/pairings/{id}")) {
                elsewhere.add(objects.object(place, Whose.OTHER_PROGRAMME));
            }
            elsewhere.add(objects.object("/pairings/{pairing}", Whose.OTHER_PROGRAMME));
            List<String> persons = sql.in(
                            whole,
                            "select id from family union all select id from volunteer"
                                    + " union all select id from support_request")
                    .cells();
            String me = objects.volunteer().volunteer().value().toString();
            List<String> asked = sql.in(whole, "select request from pairing where volunteer = '" + me + "'")
                    .cells();
            for (String table : sql.tables()) {
                look(sql, reader(sql, own, Reader.COORDINATOR_OF_ONE_PROGRAMME), table, elsewhere);
                look(sql, reader(sql, own, Reader.MUNICIPAL_READER), table, persons);
                look(sql, reader(sql, own, Reader.SYSTEM_ADMINISTRATOR), table, persons);
                look(sql, new Scope("a reader who is nobody", own, new UUID(6, 6)), table, persons);
                look(
                        sql,
                        new Scope("a volunteer", own, UUID.fromString(me)),
                        table,
                        persons.stream()
                                .filter(id -> !id.equals(me) && !asked.contains(id))
                                .toList());
            }
        }
        return List.of(read, changed);
    }

    private static Scope reader(Sql sql, UUID own, Reader reader) {
        String id = sql.in(
                        new Scope("the software", own, null),
                        "select id from account where email = '" + reader.email() + "'")
                .cells()
                .getFirst();
        return new Scope(reader.name(), own, UUID.fromString(id));
    }

    private void look(Sql sql, Scope scope, String table, List<String> ids) {
        String among = " t where t::text ~ '(" + String.join("|", ids) + ")'";
        Answer seen = sql.in(scope, "select t::text from " + table + among);
        read.expect(
                seen.reachedNothing(),
                "as " + scope.name() + ", " + table + ": " + seen.said() + " "
                        + seen.cells().stream().limit(1).toList());
        for (String statement :
                List.of("update " + table + " t set organisation = organisation", "delete from " + table + " t")) {
            Answer done = sql.in(scope, statement + among.substring(2));
            changed.expect(done.reachedNothing(), "as " + scope.name() + ", " + statement + ": " + done.said());
        }
    }
}
