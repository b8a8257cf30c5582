package nl.koppelwerk.data.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.domain.pairing.Block;
import nl.koppelwerk.domain.pairing.DeclineReason;
import nl.koppelwerk.domain.pairing.Pairing;
import nl.koppelwerk.domain.pairing.Step;
import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.pairing.Confirmation;
import nl.koppelwerk.pairing.ConfirmingProposals;
import nl.koppelwerk.pairing.CoordinatorId;
import nl.koppelwerk.pairing.Decision;
import nl.koppelwerk.pairing.Decline;
import nl.koppelwerk.pairing.Declining;
import nl.koppelwerk.pairing.DecliningProposals;
import nl.koppelwerk.pairing.HandMade;
import nl.koppelwerk.pairing.HoldingProposals;
import nl.koppelwerk.pairing.Judged;
import nl.koppelwerk.pairing.Obstacle;
import nl.koppelwerk.pairing.PairingByHand;
import nl.koppelwerk.pairing.Refusal;
import nl.koppelwerk.pairing.UndoingDecisions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a coordinator does besides yes and no: take back, hold, and pair by hand. */
@ExtendWith(DatabaseExtension.class)
class SecondThoughtsTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-03-17T09:30:00Z"), ZoneId.of("Europe/Amsterdam"));
    private static final CoordinatorId NOOR = new CoordinatorId(new UUID(6, 2));
    private static final CoordinatorId MARIEKE = new CoordinatorId(new UUID(6, 3));
    private static final LocalDate IN_TEN_DAYS = Town.TODAY.plusDays(10);
    private static final String WHY = "Zij kennen elkaar van de moestuin.";

    private final TestDatabase database;
    private final KeptPairings pairings;
    private final ConfirmingProposals confirming;
    private final DecliningProposals declining;
    private final HoldingProposals holding;
    private final PairingByHand byHand;

    SecondThoughtsTest(TestDatabase database) {
        this.database = database;
        this.pairings = new KeptPairings(database.jdbc());
        this.confirming = new ConfirmingProposals(pairings, CLOCK);
        this.declining = new DecliningProposals(pairings, CLOCK);
        this.holding = new HoldingProposals(pairings, CLOCK);
        this.byHand = new PairingByHand(pairings, CLOCK, UUID::randomUUID);
    }

    @Test
    void aConfirmationIsTakenBackWithinAMinuteAndTheHistoryTellsBoth() {
        PublishedNight night = night("undo", 7, 5);
        Pairing proposal = night.propose(5).get(2);
        confirm(night, proposal);

        Decision undone = undo(night, proposal, 2, 59, NOOR);

        assertThat(undone)
                .isEqualTo(new Decision.Taken(proposal.to(Step.ACCEPTED).reopened()));
        assertThat(night.fixed()).isEmpty();
        assertThat(night.history(proposal))
                .containsExactly(
                        "null null PROPOSED null",
                        NOOR.value() + " PROPOSED ACCEPTED null",
                        NOOR.value() + " ACCEPTED PROPOSED UNDONE");
        assertThat(night.propose(5)).extracting(Pairing::id).contains(proposal.id());
    }

    @Test
    void afterAMinuteOrByAnotherOrTwiceItStands() {
        PublishedNight night = night("undo late", 7, 5);
        Pairing proposal = night.propose(5).get(2);
        confirm(night, proposal);

        assertThat(refusal(undo(night, proposal, 2, 61, NOOR))).isEqualTo(new Refusal.UndoTooLate());
        assertThat(refusal(undo(night, proposal, 2, 5, MARIEKE))).isEqualTo(new Refusal.MovedOn());
        assertThat(refusal(undo(night, proposal, 1, 5, NOOR))).isEqualTo(new Refusal.MovedOn());
        undo(night, proposal, 2, 5, NOOR);
        assertThat(refusal(undo(night, proposal, 3, 5, NOOR))).isEqualTo(new Refusal.MovedOn());
        assertThat(night.history(proposal)).hasSize(3);
    }

    @Test
    void whatHasHappenedSinceIsNotUndone() {
        PublishedNight night = night("undo since", 7, 5);
        Pairing proposal = night.propose(5).get(2);
        confirm(night, proposal);
        inside(night, () -> {
            Pairing accepted = proposal.to(Step.ACCEPTED);
            pairings.keep(
                    accepted.to(Step.ASKED),
                    new nl.koppelwerk.pairing.Change(
                            Step.ACCEPTED, Step.ASKED, NOOR, CLOCK.instant(), Optional.empty(), Optional.empty()));
            return accepted;
        });

        assertThat(refusal(undo(night, proposal, 3, 5, NOOR))).isEqualTo(new Refusal.MovedOn());
    }

    @Test
    void anUndoneDeclineLiftsItsBlockAndNoOther() {
        PublishedNight night = night("undo decline", 7, 5);
        List<Pairing> proposals = night.propose(5);
        decline(night, proposals.get(1), Declining.because(DeclineReason.KNOW_EACH_OTHER));
        decline(night, proposals.get(3), Declining.because(DeclineReason.NOT_NOW));

        Decision undone = undo(night, proposals.get(3), 2, 30, NOOR);

        assertThat(undone).isInstanceOf(Decision.Taken.class);
        assertThat(blocks(night))
                .containsExactly(new Block(
                        night.town().families().get(1).id(),
                        night.town().volunteers().get(1).id(),
                        Optional.empty()));
    }

    @Test
    void aDeclineIsUndoneOverAProposalThatNobodyTouchedButNotOverADecision() {
        PublishedNight night = night("undo over", 7, 5);
        List<Pairing> proposals = night.propose(5);
        for (Pairing proposal : proposals.subList(1, 3)) {
            decline(night, proposal, Declining.because(DeclineReason.NOT_NOW));
        }
        Pairing accepted = taken(accept(night, wanted(night, 2, 4, "")));
        change(night, "update pairing set version = 1, step = 'PROPOSED', held = false where id = :id", accepted);

        assertThat(undo(night, proposals.get(2), 2, 30, NOOR)).isInstanceOf(Decision.Taken.class);
        assertThat(night.history(accepted).getLast()).isEqualTo(NOOR.value() + " PROPOSED ENDED REPLACED");

        accept(night, wanted(night, 1, 4, ""));
        assertThat(refusal(undo(night, proposals.get(1), 2, 30, NOOR))).isEqualTo(new Refusal.MovedOn());
    }

    @Test
    void aPassingDeclineLastsUntilTheChosenDayAndAtMostAYear() {
        PublishedNight night = night("decline until", 7, 5);
        List<Pairing> proposals = night.propose(5);

        decline(
                night,
                proposals.get(0),
                new Declining(DeclineReason.NOT_NOW, Optional.of(LocalDate.of(2026, 6, 16)), Optional.of("Verhuist.")));
        Decline never = decline(
                night,
                proposals.get(2),
                new Declining(DeclineReason.NOT_NOW, Optional.of(Town.TODAY), Optional.empty()));

        assertThat(blocks(night))
                .containsExactly(new Block(
                        night.town().families().get(0).id(),
                        night.town().volunteers().get(0).id(),
                        Optional.of(LocalDate.of(2026, 6, 16))));
        assertThat(never)
                .isEqualTo(new Decline.Refused(
                        new Refusal.WrongDate(LocalDate.of(2026, 3, 18), LocalDate.of(2027, 3, 18))));
        assertThat(note(night, proposals.get(0))).isEqualTo("Verhuist.");
    }

    @Test
    void aHeldVolunteerIsLeftAloneByTheNightUntilTheDayThatWasAgreed() {
        PublishedNight night = night("hold", 7, 5);
        Pairing proposal = night.propose(5).get(4);

        Decision held = hold(night, proposal, Optional.of(IN_TEN_DAYS));

        Pairing reserved = taken(held);
        assertThat(night.fixed()).containsExactly(reserved);
        night.propose(3);
        assertThat(find(night, proposal)).contains(reserved);
        assertThat(read(night, () -> pairings.fixed(IN_TEN_DAYS.minusDays(1)))).containsExactly(reserved);
        assertThat(read(night, () -> pairings.fixed(IN_TEN_DAYS))).isEmpty();
        assertThat(read(night, () -> pairings.undecided(IN_TEN_DAYS))).contains(reserved);
    }

    @Test
    void aHoldThatRanOutEndsInTheHistoryWhenTheNightProposesSomebodyElse() {
        PublishedNight night = night("hold ended", 7, 5);
        Pairing proposal = night.propose(5).get(4);
        hold(night, proposal, Optional.of(IN_TEN_DAYS));
        change(night, "update pairing set held_until = '2026-03-17' where id = :id", proposal);

        night.propose(3);

        assertThat(night.history(proposal))
                .containsExactly(
                        "null null PROPOSED null",
                        NOOR.value() + " PROPOSED PROPOSED HELD",
                        "null PROPOSED ENDED RELEASED");
    }

    @Test
    void theRoomOfAHeldVolunteerIsNotGivenToAnotherFamily() {
        PublishedNight night = night("hold room", 9, 1);
        List<Pairing> proposals = night.propose(9);
        for (Pairing proposal : proposals.subList(0, 3)) {
            hold(night, proposal, Optional.empty());
        }

        assertThat(confirm(night, proposals.get(3))).isEqualTo(new Confirmation.Refused(new Refusal.VolunteerFull(3)));
        release(night, proposals.get(0), 2);
        assertThat(confirm(night, proposals.get(3))).isInstanceOf(Confirmation.Confirmed.class);
    }

    @Test
    void aHoldIsAtMostFourWeeks() {
        PublishedNight night = night("hold long", 7, 5);
        Pairing proposal = night.propose(5).get(4);

        assertThat(refusal(hold(night, proposal, Optional.of(Town.TODAY.plusDays(29)))))
                .isEqualTo(new Refusal.WrongDate(LocalDate.of(2026, 3, 18), LocalDate.of(2026, 4, 14)));
    }

    @Test
    void aPairByHandReplacesTheProposalAndUndoingBringsItBack() {
        PublishedNight night = night("by hand", 7, 5);
        Pairing proposal = night.propose(5).get(2);

        Pairing made = taken(accept(night, wanted(night, 2, 4, "")));

        assertThat(made.step()).isEqualTo(Step.ACCEPTED);
        assertThat(night.fixed()).containsExactly(made);
        assertThat(night.history(made))
                .containsExactly(NOOR.value() + " null PROPOSED BY_HAND", NOOR.value() + " PROPOSED ACCEPTED BY_HAND");
        assertThat(night.history(proposal).getLast()).isEqualTo(NOOR.value() + " PROPOSED ENDED REPLACED");

        undo(night, made, made.version(), 20, NOOR);
        assertThat(night.fixed()).isEmpty();
        assertThat(find(night, proposal).map(Pairing::step)).contains(Step.PROPOSED);
    }

    @Test
    void aRuleIsPassedOverOnlyWithAReasonWhichIsKept() {
        PublishedNight night = night("overridden", 9, 5);
        night.propose(5);
        change(
                night,
                "update volunteer set maximum_families = 0 where id = :id",
                night.town().volunteers().get(4).id().value());

        Decision without = accept(night, wanted(night, 2, 4, "kort"));
        Decision with = accept(night, wanted(night, 2, 4, WHY));

        assertThat(refusal(without))
                .isEqualTo(new Refusal.NotJustified(
                        List.of(new Obstacle("volunteer-full", new Refusal.VolunteerFull(0)))));
        assertThat(overridden(night, taken(with))).containsExactly("volunteer-full " + WHY);
    }

    @Test
    void noReasonIsGoodEnoughForACertificateThatRanOut() {
        PublishedNight night = night("firm", 9, 5);
        night.propose(5);
        change(
                night,
                "update volunteer set screened = '2022-03-16' where id = :id",
                night.town().volunteers().get(4).id().value());
        HandMade wanted = wanted(night, 2, 4, "");
        HandMade justified = new HandMade(
                wanted.request(),
                wanted.volunteer(),
                wanted.dayParts(),
                Map.of("screening-valid", WHY),
                Optional.empty());

        assertThat(accept(night, justified)).isInstanceOf(Decision.Refused.class);
        Judged judged = read(night, () -> byHand.judge(wanted)).orElseThrow();
        assertThat(judged.obstacles()).extracting(Obstacle::rule).containsExactly("screening-valid");
        assertThat(judged.obstacles().getFirst().mayBeOverridden()).isFalse();
        assertThat(judged.dayParts()).isEqualTo(Town.FREE);
    }

    @Test
    void aRequestWithAPairingUnderWayIsNotPairedAgain() {
        PublishedNight night = night("taken", 7, 5);
        Pairing proposal = night.propose(5).get(2);
        confirm(night, proposal);

        assertThat(refusal(accept(night, wanted(night, 2, 4, ""))))
                .isEqualTo(new Refusal.AlreadyDecided(Step.ACCEPTED));
    }

    @Test
    void moreIntroductionsThanFitInAWeekNeedAReason() {
        PublishedNight night = night("introductions", 9, 5);
        List<Pairing> proposals = night.propose(5);
        change(
                night,
                "update programme set introductions_per_week = 3 where id = :id",
                night.town().programme().id().value());
        for (Pairing proposal : proposals.subList(0, 3)) {
            assertThat(confirm(night, proposal)).isInstanceOf(Confirmation.Confirmed.class);
        }

        assertThat(confirm(night, proposals.get(3)))
                .isEqualTo(new Confirmation.Refused(new Refusal.IntroductionsFull(3)));
        HandMade wanted = wanted(night, 7, 4, "");
        HandMade justified = new HandMade(
                wanted.request(),
                wanted.volunteer(),
                wanted.dayParts(),
                Map.of("introductions-full", WHY),
                Optional.empty());
        assertThat(refusal(accept(night, wanted))).isInstanceOf(Refusal.NotJustified.class);
        Pairing taken = taken(accept(night, justified));
        assertThat(overridden(night, taken)).containsExactly("introductions-full " + WHY);
    }

    private PublishedNight night(String name, int families, int volunteers) {
        Town town = Town.of(database.organisation(name), families, volunteers);
        return PublishedNight.of(database, town, CLOCK, NOOR, MARIEKE);
    }

    /** On Sunday afternoon, which no proposal of the first four is on; with a reason for having no room, if any. */
    private static HandMade wanted(PublishedNight night, int request, int volunteer, String why) {
        return new HandMade(
                night.town().requests().get(request).id(),
                night.town().volunteers().get(volunteer).id(),
                DayParts.parse("sun-afternoon"),
                Map.of("volunteer-full", why),
                Optional.empty());
    }

    private Confirmation confirm(PublishedNight night, Pairing proposal) {
        return inside(night, () -> confirming.confirm(proposal.id(), proposal.version(), NOOR));
    }

    private Decline decline(PublishedNight night, Pairing proposal, Declining how) {
        return inside(night, () -> declining.decline(proposal.id(), proposal.version(), how, NOOR));
    }

    private Decision hold(PublishedNight night, Pairing proposal, Optional<LocalDate> until) {
        return inside(night, () -> holding.hold(proposal.id(), proposal.version(), until, NOOR));
    }

    private Decision release(PublishedNight night, Pairing proposal, int version) {
        return inside(night, () -> holding.release(proposal.id(), version, MARIEKE));
    }

    private Decision accept(PublishedNight night, HandMade wanted) {
        return inside(night, () -> byHand.accept(wanted, NOOR));
    }

    private Decision undo(PublishedNight night, Pairing decided, int version, int secondsLater, CoordinatorId by) {
        UndoingDecisions undoing =
                new UndoingDecisions(pairings, Clock.offset(CLOCK, Duration.ofSeconds(secondsLater)));
        return inside(night, () -> undoing.undo(decided.id(), version, by));
    }

    private static Refusal refusal(Decision decision) {
        return ((Decision.Refused) decision).refusal();
    }

    private static Pairing taken(Decision decision) {
        assertThat(decision).isInstanceOf(Decision.Taken.class);
        return ((Decision.Taken) decision).pairing();
    }

    private <T> T inside(PublishedNight night, Supplier<T> work) {
        return database.scope().inside(night.town().organisation(), work);
    }

    private <T> T read(PublishedNight night, Supplier<T> work) {
        return database.scope().reading(night.town().organisation(), work);
    }

    private Optional<Pairing> find(PublishedNight night, Pairing pairing) {
        return read(night, () -> pairings.find(pairing.id()));
    }

    private List<Block> blocks(PublishedNight night) {
        return read(night, () -> pairings.blocks(Town.TODAY));
    }

    private String note(PublishedNight night, Pairing pairing) {
        return read(
                night,
                () -> database.jdbc()
                        .sql("select note from pairing_history where pairing = :id and note is not null")
                        .param("id", pairing.id().value())
                        .query(String.class)
                        .single());
    }

    private List<String> overridden(PublishedNight night, Pairing pairing) {
        return read(
                night,
                () -> database.jdbc()
                        .sql("select rule || ' ' || justification from pairing_override where pairing = :id")
                        .param("id", pairing.id().value())
                        .query(String.class)
                        .list());
    }

    private void change(PublishedNight night, String sql, Pairing pairing) {
        change(night, sql, pairing.id().value());
    }

    private void change(PublishedNight night, String sql, UUID id) {
        inside(night, () -> {
            assertThat(database.jdbc().sql(sql).param("id", id).update()).isEqualTo(1);
            return id;
        });
    }
}
