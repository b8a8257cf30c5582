package nl.koppelwerk.data.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.koppelwerk.data.database.WholeOrganisation;
import nl.koppelwerk.domain.family.Family;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.family.SupportRequest;
import nl.koppelwerk.domain.pairing.Block;
import nl.koppelwerk.domain.pairing.Pairing;
import nl.koppelwerk.domain.place.Place;
import nl.koppelwerk.domain.place.Postcode;
import nl.koppelwerk.domain.snapshot.Snapshot;
import nl.koppelwerk.domain.volunteer.Volunteer;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the small part of the data that one decision depends on. */
final class Surroundings {
    private final JdbcClient jdbc;
    private final SupportRequests requests;
    private final Families families;
    private final Volunteers volunteers;
    private final Programmes programmes;
    private final Places places;
    private final OpenConditions open;
    private final OnBothSides bothSides;

    Surroundings(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.requests = new SupportRequests(jdbc);
        this.families = new Families(jdbc);
        this.volunteers = new Volunteers(jdbc);
        this.programmes = new Programmes(jdbc);
        this.places = new Places(jdbc);
        this.open = new OpenConditions(jdbc);
        this.bothSides = new OnBothSides(jdbc);
    }

    /** With what the coordinator may not see: whether a volunteer has room left depends on it. */
    Snapshot of(Pairing pairing, LocalDate day) {
        return WholeOrganisation.seen(jdbc, () -> read(pairing, day));
    }

    private Snapshot read(Pairing pairing, LocalDate day) {
        List<Pairing> fixed = commitments(pairing, day);
        List<SupportRequest> asked = requests.list(Stream.concat(Stream.of(pairing), fixed.stream())
                .map(Pairing::request)
                .collect(Collectors.toSet()));
        List<Family> homes =
                families.list(asked.stream().map(SupportRequest::family).collect(Collectors.toSet()));
        Set<VolunteerId> people = Stream.concat(Stream.of(pairing), fixed.stream())
                .map(Pairing::volunteer)
                .collect(Collectors.toSet());
        List<Volunteer> helping = volunteers.list(people);
        return new Snapshot(
                pairing.organisation(),
                day,
                programmes.list(),
                homes,
                asked,
                helping,
                fixed,
                List.of(),
                blocks(pairing),
                places(homes, helping),
                open.list(homes),
                bothSides.list(people, day));
    }

    /** What the volunteer and the family of this pairing are in already, with others, or are held for on this day. */
    private List<Pairing> commitments(Pairing pairing, LocalDate day) {
        String sql = """
                select p.organisation, p.id, p.request, p.volunteer, p.day_parts, p.step, p.version
                from pairing p
                join support_request s on s.organisation = p.organisation and s.id = p.request
                where p.id <> :pairing
                  and (p.step in ('ACCEPTED', 'ASKED', 'INTRODUCTION', 'TRIAL', 'RUNNING', 'CLOSING')
                       or p.step = 'PROPOSED' and p.held and (p.held_until is null or p.held_until > :day))
                  and (p.volunteer = :volunteer
                       or s.family = (select own.family from support_request own where own.id = :request))
                order by p.request
                """;
        return jdbc.sql(sql)
                .param("pairing", pairing.id().value())
                .param("day", day)
                .param("volunteer", pairing.volunteer().value())
                .param("request", pairing.request().value())
                .query(KeptPairings::pairing)
                .list();
    }

    private List<Block> blocks(Pairing pairing) {
        String sql = """
                select b.family, b.volunteer, b.until
                from block b
                join support_request s on s.organisation = b.organisation and s.family = b.family
                where s.id = :request and b.volunteer = :volunteer
                """;
        return jdbc.sql(sql)
                .param("request", pairing.request().value())
                .param("volunteer", pairing.volunteer().value())
                .query((row, number) -> new Block(
                        new FamilyId(Columns.uuid(row, "family")),
                        new VolunteerId(Columns.uuid(row, "volunteer")),
                        Columns.date(row, "until")))
                .list();
    }

    private List<Place> places(List<Family> homes, List<Volunteer> helping) {
        Set<Postcode> postcodes = Stream.concat(
                        homes.stream().map(Family::postcode), helping.stream().map(Volunteer::postcode))
                .collect(Collectors.toSet());
        return places.list(postcodes);
    }
}
