package nl.koppelwerk.data.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.domain.pairing.Block;
import nl.koppelwerk.domain.pairing.DeclineReason;
import nl.koppelwerk.domain.pairing.Pairing;
import nl.koppelwerk.domain.pairing.Step;
import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.pairing.Change;
import nl.koppelwerk.pairing.Confirmation;
import nl.koppelwerk.pairing.ConfirmingProposals;
import nl.koppelwerk.pairing.CoordinatorId;
import nl.koppelwerk.pairing.Decline;
import nl.koppelwerk.pairing.Declining;
import nl.koppelwerk.pairing.DecliningProposals;
import nl.koppelwerk.pairing.OutdatedPairingException;
import nl.koppelwerk.pairing.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DatabaseExtension.class)
class DecidingTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-03-17T09:30:00Z"), ZoneId.of("Europe/Amsterdam"));
    private static final CoordinatorId COORDINATOR = new CoordinatorId(new UUID(4, 2));

    private final TestDatabase database;
    private final ConfirmingProposals confirming;
    private final DecliningProposals declining;

    DecidingTest(TestDatabase database) {
        this.database = database;
        KeptPairings pairings = new KeptPairings(database.jdbc());
        this.confirming = new ConfirmingProposals(pairings, CLOCK);
        this.declining = new DecliningProposals(pairings, CLOCK);
    }

    @Test
    void aConfirmedProposalIsFixedAndItsHistorySaysWho() {
        Town town = town("confirmed", 7, 5);
        Pairing proposal = propose(town, 5).get(2);

        Confirmation confirmation = confirm(town, proposal);

        assertThat(confirmation).isEqualTo(new Confirmation.Confirmed(proposal.to(Step.ACCEPTED)));
        assertThat(fixed(town)).containsExactly(proposal.to(Step.ACCEPTED));
        assertThat(history(town, proposal))
                .containsExactly("null null PROPOSED null", COORDINATOR.value() + " PROPOSED ACCEPTED null");
    }

    @Test
    void whoeverComesSecondIsToldSo() {
        Town town = town("second", 7, 5);
        Pairing proposal = propose(town, 5).get(1);
        confirm(town, proposal);

        Confirmation again = confirm(town, proposal);
        Decline late = decline(town, proposal, DeclineReason.NOT_NOW);

        Refusal decided = new Refusal.AlreadyDecided(Step.ACCEPTED);
        assertThat(again).isEqualTo(new Confirmation.Refused(decided));
        assertThat(late).isEqualTo(new Decline.Refused(decided));
        assertThat(history(town, proposal)).hasSize(2);
    }

    @Test
    void aVolunteerWhoIsFullIsNotGivenAFourthFamily() {
        Town town = town("full", 9, 1);
        List<Pairing> proposals = propose(town, 9);

        List<Confirmation> confirmations =
                proposals.subList(0, 4).stream().map(one -> confirm(town, one)).toList();

        assertThat(confirmations.subList(0, 3)).allMatch(Confirmation.Confirmed.class::isInstance);
        assertThat(confirmations.get(3)).isEqualTo(new Confirmation.Refused(new Refusal.VolunteerFull(3)));
    }

    @Test
    void noDayPartIsPromisedTwice() {
        Town town = town("twice", 9, 1);
        List<Pairing> proposals = propose(town, 9);
        confirm(town, proposals.get(0));

        Confirmation sameDayPart = confirm(town, proposals.get(5));

        assertThat(sameDayPart)
                .isEqualTo(new Confirmation.Refused(
                        new Refusal.VolunteerElsewhere(proposals.get(0).dayParts())));
    }

    @Test
    void aScreeningThatRanOutSinceTheNightForbidsConfirming() {
        Town town = town("screening", 7, 5);
        Pairing proposal = propose(town, 5).get(3);
        change(
                town,
                "update volunteer set screened = '2022-03-16' where id = :id",
                proposal.volunteer().value());

        Confirmation confirmation = confirm(town, proposal);

        assertThat(obstacle(confirmation)).isEqualTo("screening-valid");
        assertThat(fixed(town)).isEmpty();
    }

    @Test
    void availabilityThatChangedSinceTheNightForbidsConfirming() {
        Town town = town("availability", 7, 5);
        Pairing proposal = propose(town, 5).get(3);
        change(
                town,
                "update volunteer set availability = availability & ~"
                        + proposal.dayParts().bits() + " where id = :id",
                proposal.volunteer().value());

        assertThat(confirm(town, proposal)).isEqualTo(new Confirmation.Refused(new Refusal.TimesChanged()));
    }

    @Test
    void aRequestThatWasClosedIsNotConfirmed() {
        Town town = town("closed", 7, 5);
        Pairing proposal = propose(town, 5).get(4);
        change(
                town,
                "update support_request set closed_on = '2026-03-16' where id = :id",
                proposal.request().value());

        assertThat(confirm(town, proposal)).isEqualTo(new Confirmation.Refused(new Refusal.RequestClosed()));
    }

    @Test
    void aProposalThatChangedSinceItWasLookedAtIsShownAgainFirst() {
        Town town = town("changed", 7, 5);
        Pairing proposal = propose(town, 5).get(2);
        change(
                town,
                "update pairing set version = version + 1 where id = :id",
                proposal.id().value());

        assertThat(confirm(town, proposal)).isEqualTo(new Confirmation.Refused(new Refusal.Changed()));
        assertThatThrownBy(() -> database.scope()
                        .inside(
                                town.organisation(),
                                () -> new KeptPairings(database.jdbc()).keep(proposal.to(Step.ACCEPTED), accepting())))
                .isInstanceOf(OutdatedPairingException.class)
                .hasMessageContaining(proposal.id().value().toString());
        assertThat(history(town, proposal)).hasSize(1);
    }

    @Test
    void aNewRunLeavesWhatPeopleDecidedMeanwhileAlone() {
        Town town = town("meanwhile", 7, 5);
        Pairing proposal = propose(town, 5).get(2);
        confirm(town, proposal);

        List<Pairing> proposedAgain = propose(town, 4);

        assertThat(fixed(town)).containsExactly(proposal.to(Step.ACCEPTED));
        assertThat(proposedAgain).hasSize(3).extracting(Pairing::request).doesNotContain(proposal.request());
    }

    @Test
    void ofTwoBlocksTheLongerHolds() {
        Town town = town("blocks", 7, 5);
        KeptPairings pairings = new KeptPairings(database.jdbc());
        LocalDate soon = Town.TODAY.plusDays(3);
        Block early =
                new Block(town.families().get(1).id(), town.volunteers().get(4).id(), Optional.of(soon));
        Block late = new Block(early.family(), early.volunteer(), Optional.of(soon.plusDays(9)));
        Block forEver = new Block(early.family(), early.volunteer(), Optional.empty());

        assertThat(keptOf(town, pairings, early, late)).containsExactly(late);
        assertThat(keptOf(town, pairings, early)).containsExactly(late);
        assertThat(keptOf(town, pairings, forEver, late)).containsExactly(forEver);
    }

    private List<Block> keptOf(Town town, KeptPairings pairings, Block... blocks) {
        database.scope().inside(town.organisation(), () -> {
            for (Block block : blocks) {
                pairings.keep(block, DeclineReason.NOT_NOW, COORDINATOR);
            }
        });
        return blocks(town);
    }

    private static Change accepting() {
        return new Change(
                Step.PROPOSED, Step.ACCEPTED, COORDINATOR, CLOCK.instant(), Optional.empty(), Optional.empty());
    }

    @Test
    void aProposalThatANewRunReplacedIsGone() {
        Town town = town("gone", 7, 5);
        Pairing proposal = propose(town, 5).get(4);
        propose(town, 3);

        assertThat(confirm(town, proposal)).isEqualTo(new Confirmation.Refused(new Refusal.Gone()));
    }

    @Test
    void decliningForALastingReasonBlocksForGoodAndForAPassingOneForFourWeeks() {
        Town town = town("declined", 7, 5);
        List<Pairing> proposals = propose(town, 5);

        decline(town, proposals.get(0), DeclineReason.KNOW_EACH_OTHER);
        decline(town, proposals.get(3), DeclineReason.TIMES_DO_NOT_FIT);

        assertThat(blocks(town))
                .containsExactlyInAnyOrder(
                        new Block(
                                town.families().get(0).id(),
                                town.volunteers().get(0).id(),
                                Optional.empty()),
                        new Block(
                                town.families().get(3).id(),
                                town.volunteers().get(3).id(),
                                Optional.of(LocalDate.of(2026, 4, 14))));
        assertThat(history(town, proposals.get(3)).get(1))
                .isEqualTo(COORDINATOR.value() + " PROPOSED ENDED TIMES_DO_NOT_FIT");
        assertThat(propose(town, 5))
                .extracting(Pairing::request)
                .doesNotContain(proposals.get(0).request(), proposals.get(3).request());
    }

    @Test
    void sixtyFourCoordinatorsNeverGiveAVolunteerMoreThanWasAgreed() throws InterruptedException, ExecutionException {
        Town town = town("crowd", 61, 4);
        List<Pairing> proposals = propose(town, 61);
        List<Callable<Integer>> coordinators = IntStream.range(0, 64)
                .mapToObj(number -> (Callable<Integer>) () -> confirmSome(town, proposals, number))
                .toList();

        int confirmed = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(64)) {
            for (Future<Integer> one : threads.invokeAll(coordinators)) {
                confirmed += one.get();
            }
        }

        Map<UUID, List<Pairing>> byVolunteer = fixed(town).stream()
                .collect(Collectors.groupingBy(pairing -> pairing.volunteer().value()));
        assertThat(confirmed).isEqualTo(3 * 4);
        assertThat(byVolunteer).hasSize(4).allSatisfy((volunteer, pairings) -> {
            assertThat(pairings).hasSize(3);
            assertThat(pairings.stream()
                            .map(Pairing::dayParts)
                            .reduce(DayParts.NONE, DayParts::or)
                            .size())
                    .isEqualTo(3);
        });
    }

    private int confirmSome(Town town, List<Pairing> proposals, int number) {
        List<Pairing> shuffled = new ArrayList<>(proposals);
        Collections.shuffle(shuffled, new Random(number));
        return (int) shuffled.subList(0, 11).stream()
                .map(one -> confirm(town, one))
                .filter(Confirmation.Confirmed.class::isInstance)
                .count();
    }

    private Town town(String name, int families, int volunteers) {
        Town town = Town.of(database.organisation(name), families, volunteers);
        return PublishedNight.of(database, town, CLOCK, COORDINATOR).town();
    }

    private PublishedNight night(Town town) {
        return new PublishedNight(database, town, CLOCK);
    }

    private List<Pairing> propose(Town town, int requests) {
        return night(town).propose(requests);
    }

    private Confirmation confirm(Town town, Pairing proposal) {
        return database.scope()
                .inside(town.organisation(), () -> confirming.confirm(proposal.id(), proposal.version(), COORDINATOR));
    }

    private Decline decline(Town town, Pairing proposal, DeclineReason reason) {
        return database.scope()
                .inside(
                        town.organisation(),
                        () -> declining.decline(
                                proposal.id(), proposal.version(), Declining.because(reason), COORDINATOR));
    }

    private void change(Town town, String sql, UUID id) {
        database.scope().inside(town.organisation(), () -> {
            assertThat(database.jdbc().sql(sql).param("id", id).update()).isEqualTo(1);
        });
    }

    private List<Pairing> fixed(Town town) {
        return night(town).fixed();
    }

    private List<Block> blocks(Town town) {
        return database.scope()
                .reading(town.organisation(), () -> new KeptPairings(database.jdbc()).blocks(Town.TODAY));
    }

    private List<String> history(Town town, Pairing pairing) {
        return night(town).history(pairing);
    }

    private static String obstacle(Confirmation confirmation) {
        return confirmation instanceof Confirmation.Refused(Refusal.DoesNotFit(var finding)) ? finding.rule() : "none";
    }
}
