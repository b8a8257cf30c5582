package nl.koppelwerk.data.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.account.Account;
import nl.koppelwerk.data.account.Accounts;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.data.store.Town;
import nl.koppelwerk.data.view.choice.FreshViews;
import nl.koppelwerk.domain.pairing.Pairing;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.domain.pairing.RunId;
import nl.koppelwerk.domain.pairing.Step;
import nl.koppelwerk.domain.week.DayParts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A mended plan is put in place all of it or not at all, and tells whoever decided. */
@ExtendWith(DatabaseExtension.class)
class RenewingTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-03-17T09:30:00Z"), ZoneId.of("Europe/Amsterdam"));
    private static final DayParts FRIDAY = DayParts.parse("fri-evening");

    private final TestDatabase database;
    private final Renewing renewing;

    RenewingTest(TestDatabase database) {
        this.database = database;
        this.renewing = new Renewing(database.jdbc(), database.scope(), new Audit(database.jdbc(), CLOCK), CLOCK);
    }

    @Test
    void aMoveToOtherDayPartsIsKeptAndTold() {
        Town town = town("moved");
        UUID noor = account(town);
        Pairing proposal = propose(town);

        boolean published = renewing.publish(town.organisation(), moving(town, proposal, noor));

        assertThat(published).isTrue();
        assertThat(texts(town, "select step || ' ' || day_parts || ' ' || version from pairing"))
                .containsExactly("PROPOSED " + FRIDAY.bits() + " 2");
        List<FreshViews.Changed> told = database.scope()
                .reading(
                        town.organisation(),
                        () -> new FreshViews(database.jdbc())
                                .since(noor, CLOCK.instant().minusSeconds(5), 10));
        assertThat(told)
                .containsExactly(new FreshViews.Changed(
                        town.families().get(1).name(),
                        Optional.of(proposal.id()),
                        Optional.empty(),
                        Optional.of(town.volunteers().get(0).name()),
                        Optional.of(FRIDAY)));
    }

    @Test
    void whoeverWasFirstIsNotOvertaken() {
        Town town = town("first");
        UUID noor = account(town);
        Pairing proposal = propose(town);
        texts(town, "update pairing set version = version + 1 returning id::text");

        assertThat(renewing.publish(town.organisation(), moving(town, proposal, noor)))
                .isFalse();

        assertThat(texts(town, "select day_parts::text from pairing"))
                .containsExactly(Integer.toString(Town.WEDNESDAY_AFTERNOON.bits()));
        assertThat(texts(town, "select number::text from replan")).isEmpty();
    }

    @Test
    void aPlanOfAnEarlierRunIsNotPutInPlace() {
        Town town = town("earlier");
        UUID noor = account(town);
        Pairing proposal = propose(town);
        Renewal renewal = moving(town, proposal, noor);
        run(town);

        assertThat(renewing.publish(town.organisation(), renewal)).isFalse();
        assertThat(texts(town, "select number::text from replan")).isEmpty();
    }

    @Test
    void aStampChangesWithEveryRowThatAPlanDependsOn() {
        Town town = town("stamps");
        Stamps stamps = new Stamps(database.jdbc(), database.scope());
        String before = stamps.of(town.organisation());
        assertThat(stamps.of(town.organisation())).isEqualTo(before);

        for (String change : List.of(
                "update volunteer set pets = not pets where reference = 'M00001' returning id::text",
                "update support_request set urgency = 'HIGH' where reference = 'V00002' returning id::text",
                "update family set street = '–' where reference = 'G00000' returning id::text",
                "delete from child where number = 1 returning family::text",
                "update programme set introductions_per_week = 8 returning id::text",
                "delete from volunteer_programme where volunteer = (select id from volunteer where reference = 'M00001')"
                        + " returning volunteer::text")) {
            assertThat(texts(town, change)).as(change).isNotEmpty();
            String after = stamps.of(town.organisation());
            assertThat(after).as(change).isNotEqualTo(before);
            before = after;
        }
        texts(town("others"), "update volunteer set pets = not pets returning id::text");
        assertThat(stamps.of(town.organisation())).isEqualTo(before);
    }

    private Renewal moving(Town town, Pairing proposal, UUID by) {
        long last = Long.parseLong(texts(town, "select max(id)::text from run").getFirst());
        return new Renewal(
                new RunId(last),
                Optional.of(by),
                List.of(),
                List.of(new Renewal.Moved(proposal, FRIDAY)),
                List.of(),
                List.of());
    }

    private Town town(String name) {
        Town town = Town.of(database.organisation(name), 3, 2);
        town.saveIn(database);
        texts(
                town,
                "insert into run_fence (organisation, number) select organisation, 1 from organisation returning number::text");
        run(town);
        return town;
    }

    private void run(Town town) {
        texts(town, """
                insert into run (organisation, attempt, fence, seed, day, status, started_at, finished_at, software_version,
                                 snapshot, served_weight, served_weight_bound, requests, proposed, unpaired)
                select organisation, gen_random_uuid(), 1, 7, '2026-03-17', 'PUBLISHED', '2026-03-17', '2026-03-17', '0',
                       '', 1, 1, 3, 1, 2
                from organisation returning id::text
                """);
    }

    private Pairing propose(Town town) {
        PairingId id = new PairingId(
                UUID.nameUUIDFromBytes(("p" + town.organisation().value()).getBytes(StandardCharsets.UTF_8)));
        database.scope().inside(town.organisation(), () -> {
            database.jdbc()
                    .sql("""
                            insert into pairing (organisation, id, request, volunteer, day_parts, step, run, proposed_at)
                            select :organisation, :id, :request, :volunteer, :dayParts, 'PROPOSED', max(r.id), '2026-03-17'
                            from run r
                            """)
                    .param("organisation", town.organisation().value())
                    .param("id", id.value())
                    .param("request", town.requests().get(1).id().value())
                    .param("volunteer", town.volunteers().get(0).id().value())
                    .param("dayParts", Town.WEDNESDAY_AFTERNOON.bits())
                    .update();
        });
        return new Pairing(
                id,
                town.organisation(),
                town.requests().get(1).id(),
                town.volunteers().get(0).id(),
                Town.WEDNESDAY_AFTERNOON,
                Step.PROPOSED,
                1);
    }

    private UUID account(Town town) {
        UUID id = UUID.nameUUIDFromBytes(town.organisation().value().toString().getBytes(StandardCharsets.UTF_8));
        new Accounts(database.jdbc(), database.scope())
                .save(new Account(
                        id,
                        town.organisation(),
                        id + "@koppelwerk.example",
                        "Noor",
                        "{noop}x",
                        Account.Role.COORDINATOR,
                        true));
        return id;
    }

    private List<String> texts(Town town, String sql) {
        return database.scope()
                .inside(
                        town.organisation(),
                        () -> database.jdbc().sql(sql).query(String.class).list());
    }
}
