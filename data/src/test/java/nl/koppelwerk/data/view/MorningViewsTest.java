package nl.koppelwerk.data.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.data.store.KeptPairings;
import nl.koppelwerk.data.store.PublishedNight;
import nl.koppelwerk.data.store.Town;
import nl.koppelwerk.data.view.morning.MorningViews;
import nl.koppelwerk.data.view.morning.OpenRequests;
import nl.koppelwerk.data.view.morning.WaitingVolunteer;
import nl.koppelwerk.domain.language.Language;
import nl.koppelwerk.domain.pairing.DeclineReason;
import nl.koppelwerk.domain.pairing.Pairing;
import nl.koppelwerk.pairing.ConfirmingProposals;
import nl.koppelwerk.pairing.CoordinatorId;
import nl.koppelwerk.pairing.Declining;
import nl.koppelwerk.pairing.DecliningProposals;
import nl.koppelwerk.pairing.HoldingProposals;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Of 13 requests 9 are proposed; then one is accepted, two are held, one is declined; two of the rest were searched in vain. */
@ExtendWith(DatabaseExtension.class)
class MorningViewsTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-03-17T09:30:00Z"), ZoneId.of("Europe/Amsterdam"));
    private static final CoordinatorId NOOR = new CoordinatorId(new UUID(7, 2));

    private final TestDatabase database;
    private final MorningViews views;
    private PublishedNight night;

    MorningViewsTest(TestDatabase database) {
        this.database = database;
        this.views = new MorningViews(database.jdbc(), CLOCK);
        this.night = night(database);
    }

    private static PublishedNight night(TestDatabase database) {
        Town town = Town.of(database.organisation(UUID.randomUUID().toString()), 13, 11);
        return PublishedNight.of(database, town, CLOCK, NOOR);
    }

    @BeforeEach
    void decide() {
        List<Pairing> proposals = night.propose(9);
        KeptPairings pairings = new KeptPairings(database.jdbc());
        database.scope().inside(night.town().organisation(), () -> {
            new ConfirmingProposals(pairings, CLOCK).confirm(proposals.get(0).id(), 1, NOOR);
            HoldingProposals holding = new HoldingProposals(pairings, CLOCK);
            holding.hold(proposals.get(1).id(), 1, Optional.empty(), NOOR);
            holding.hold(proposals.get(4).id(), 1, Optional.empty(), NOOR);
            new DecliningProposals(pairings, CLOCK)
                    .decline(proposals.get(3).id(), 1, Declining.because(DeclineReason.NOT_NOW), NOOR);
            database.jdbc().sql("""
                    insert into unpaired (organisation, run, request, causes)
                    select q.organisation, (select max(id) from run), q.id, '[]'
                    from support_request q where q.reference in ('V00009', 'V00011')
                    """).update();
        });
    }

    private OpenRequests open(Filter filter) {
        return database.scope()
                .reading(
                        night.town().organisation(),
                        () -> views.queues(filter, 50).requests());
    }

    @Test
    void everyOpenRequestIsCountedOnce() {
        assertThat(open(Filter.ALL)).isEqualTo(new OpenRequests(12, 5, 2, 2, 3));
    }

    @Test
    void theCountsOfAllAreasAddUpToTheWhole() {
        List<OpenRequests> parts =
                List.of(open(in("Rotterdam", null)), open(in("Schiedam", null)), open(in("Delft", null)));

        assertThat(parts)
                .allMatch(part ->
                        part.total() == part.toDecide() + part.held() + part.withoutProposal() + part.notSearched());
        assertThat(parts.stream().mapToInt(OpenRequests::total)).containsExactly(8, 4, 0);
        assertThat(parts.stream().mapToInt(OpenRequests::toDecide).sum()).isEqualTo(5);
    }

    @Test
    void theListsHoldAsManyAsTheCountsSay() {
        for (Filter filter : List.of(Filter.ALL, in("Rotterdam", null), in(null, "tur"), in("Schiedam", "nld"))) {
            OpenRequests counted = open(filter);

            database.scope().reading(night.town().organisation(), () -> {
                assertThat(new ProposalViews(database.jdbc(), CLOCK)
                                .list(filter, 1, 50)
                                .items())
                        .hasSize(counted.toDecide());
                assertThat(new DecisionViews(database.jdbc(), CLOCK).held(filter))
                        .hasSize(counted.held());
                assertThat(new UnpairedViews(database.jdbc())
                                .list(filter, 1, 50)
                                .items())
                        .hasSize(counted.withoutProposal());
                MorningViews.WaitingVolunteers waiting = views.waitingVolunteers(filter, 50);
                assertThat(waiting.first()).hasSize(waiting.total());
                return filter;
            });
        }
        assertThat(open(in(null, "tur")).total()).isEqualTo(6);
    }

    @Test
    void aVolunteerWaitsWhoIsInNoPairingAndWhatIsNeededFirstIsSaid() {
        List<WaitingVolunteer> waiting = database.scope().inside(night.town().organisation(), () -> {
            database.jdbc().sql("""
                            update volunteer set screened = '2022-03-17', availability_confirmed = null,
                                                 registered_on = '2026-01-05'
                            where reference = 'M00010'
                            """).update();
            database.jdbc()
                    .sql("update volunteer set registered_on = '2026-02-01' where reference <> 'M00010'")
                    .update();
            return views.waitingVolunteers(Filter.ALL, 50).first();
        });

        assertThat(waiting.stream().map(WaitingVolunteer::name).toList().getFirst())
                .isEqualTo("Vrijwilliger 10");
        assertThat(waiting)
                .extracting(WaitingVolunteer::name)
                .containsExactlyInAnyOrder("Vrijwilliger 3", "Vrijwilliger 9", "Vrijwilliger 10");
        assertThat(waiting.getFirst().first())
                .containsExactly(WaitingVolunteer.First.SCREENING, WaitingVolunteer.First.AVAILABILITY);
        assertThat(waiting.getLast().first()).isEmpty();
    }

    private static Filter in(
            @org.jspecify.annotations.Nullable String municipality, @org.jspecify.annotations.Nullable String tongue) {
        return new Filter(
                Optional.ofNullable(municipality),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(tongue).map(Language::new));
    }

    /** What to begin with is what the lists begin with. */
    @Test
    void theFirstOfBothQueuesAreThoseOfTheLists() {
        database.scope().reading(night.town().organisation(), () -> {
            ProposalViews proposals = new ProposalViews(database.jdbc(), CLOCK);
            UnpairedViews unpaired = new UnpairedViews(database.jdbc());
            for (Filter filter : List.of(Filter.ALL, in(null, "tur"))) {
                MorningViews.Queues first = views.queues(filter, 3);
                assertThat(first.proposals())
                        .isEqualTo(proposals.list(filter, 1, 3).items());
                assertThat(first.withoutProposal())
                        .isEqualTo(unpaired.list(filter, 1, 3).items());
            }
            assertThat(views.queues(Filter.ALL, 3).proposals()).hasSize(3);
            assertThat(views.queues(Filter.ALL, 3).withoutProposal()).hasSize(2);
            return night;
        });
    }

    /** Noor looks after Schiedam only; a volunteer in a pairing in Rotterdam is not free for that. */
    @Test
    void aVolunteerWhoIsBusyOutsideTheReadersAreaDoesNotWait() {
        database.scope().inside(night.town().organisation(), () -> {
            database.jdbc().sql("""
                            insert into account_municipality (organisation, account, municipality)
                            select organisation, id, 'Schiedam' from account
                            """).update();
        });
        OrganisationScope limited =
                new OrganisationScope(database.jdbc(), database.transactions(), () -> Optional.of(NOOR.value()));

        limited.reading(night.town().organisation(), () -> {
            assertThat(views.queues(Filter.ALL, 50).requests().total()).isEqualTo(4);
            assertThat(views.waitingVolunteers(Filter.ALL, 50).first())
                    .extracting(WaitingVolunteer::name)
                    .containsExactlyInAnyOrder("Vrijwilliger 3", "Vrijwilliger 9", "Vrijwilliger 10");
            return night;
        });
    }
}
