package nl.koppelwerk.data.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.koppelwerk.data.account.Account;
import nl.koppelwerk.data.account.Accounts;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.data.run.Snapshots;
import nl.koppelwerk.domain.pairing.Block;
import nl.koppelwerk.domain.pairing.EndReason;
import nl.koppelwerk.domain.pairing.Outcome;
import nl.koppelwerk.domain.pairing.Pairing;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.domain.pairing.Side;
import nl.koppelwerk.domain.pairing.Step;
import nl.koppelwerk.domain.programme.LifeDomain;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.domain.week.Hours;
import nl.koppelwerk.matching.Matching;
import nl.koppelwerk.matching.Proposal;
import nl.koppelwerk.pairing.Confirmation;
import nl.koppelwerk.pairing.ConfirmingProposals;
import nl.koppelwerk.pairing.CoordinatorId;
import nl.koppelwerk.pairing.PairingByHand;
import nl.koppelwerk.pairing.Refusal;
import nl.koppelwerk.pairing.life.Action;
import nl.koppelwerk.pairing.life.Advance;
import nl.koppelwerk.pairing.life.CheckIn;
import nl.koppelwerk.pairing.life.FollowingPairings;
import nl.koppelwerk.pairing.life.Life;
import nl.koppelwerk.pairing.life.NotPossible;
import nl.koppelwerk.pairing.life.Pause;
import nl.koppelwerk.pairing.life.Rematching;
import nl.koppelwerk.pairing.life.Reply;
import nl.koppelwerk.solver.Progress;
import nl.koppelwerk.solver.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DatabaseExtension.class)
class FollowingTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-03-17T09:30:00Z"), ZoneId.of("Europe/Amsterdam"));
    private static final LocalDate TODAY = Town.TODAY;
    private static final CoordinatorId NOOR = new CoordinatorId(new UUID(4, 2));
    private static final CoordinatorId MARIEKE = new CoordinatorId(new UUID(4, 3));
    private static final Hours TWO_AND_A_HALF = Hours.parse("2.5");

    /** From accepted to the last day of aftercare, one action for each step. */
    private static final List<Action> ALL_THE_WAY = List.of(
            new Action.Ask(),
            new Action.Answer(Side.FAMILY, Reply.YES),
            new Action.Answer(Side.VOLUNTEER, Reply.YES),
            new Action.PlanIntroduction(TODAY.minusDays(30).atTime(15, 30), "Huis van de Wijk"),
            new Action.StartTrial(TODAY.minusDays(29), TODAY.plusDays(13), TWO_AND_A_HALF),
            new Action.StartRunning(TWO_AND_A_HALF),
            new Action.StartClosing(),
            new Action.StartAftercare(TODAY.plusDays(56)));

    private final TestDatabase database;
    private final KeptPairings pairings;
    private final KeptLives lives;
    private final FollowingPairings following;

    FollowingTest(TestDatabase database) {
        this.database = database;
        this.pairings = new KeptPairings(database.jdbc());
        this.lives = new KeptLives(database.jdbc(), pairings, new Audit(database.jdbc(), CLOCK));
        this.following = new FollowingPairings(pairings, lives, CLOCK);
    }

    @Test
    void everythingThatHappensIsKeptAndReadBackAsItWas() {
        Town town = town("kept");
        PairingId id = accepted(town, 3, 1);
        Life trial = follow(town, id, ALL_THE_WAY.subList(0, 5));
        CheckIn said = new CheckIn(
                2,
                Hours.parse("1.75"),
                Optional.of("Het is 's avonds te druk."),
                CheckIn.Wish.CALL_ME,
                Map.of(LifeDomain.SOCIAL, 4, LifeDomain.FINANCE, 1));

        Life heard = follow(
                town,
                id,
                List.of(
                        new Action.HoldCheckIn(Side.FAMILY, said),
                        new Action.KeepBackup(town.volunteers().get(2).id()),
                        new Action.StartPause(Pause.Reason.ILLNESS, TODAY.plusDays(20))));

        assertThat(trial.step()).isEqualTo(Step.TRIAL);
        assertThat(life(town, id)).isEqualTo(heard);
        assertThat(heard.attentionSince()).contains(TODAY);
        assertThat(heard.help().orElseThrow().heldWeeks()).isEqualTo(Map.of(Side.FAMILY, 3));
        assertThat(text(town, "select side || week || mood || quarters_per_week || wish || worries from check_in"))
                .containsExactly("FAMILY327CALL_MEHet is 's avonds te druk.");
        assertThat(text(town, "select life_domain || score from check_in_progress order by 1"))
                .containsExactly("FINANCE1", "SOCIAL4");
        assertThat(text(town, "select coalesce(family_check_in_on::text, 'none') from pairing_life"))
                .containsExactly("none");
    }

    @Test
    void aColleagueTakesOverAndTheHistorySaysSo() {
        Town town = town("taken-on");
        PairingId id = accepted(town, 3, 1);
        act(town, id, new Action.Ask(), Optional.empty());
        assertThat(text(town, "select coordinator::text from pairing_life"))
                .containsExactly(NOOR.value().toString());

        database.scope().inside(town.organisation(), () -> {
            int version = pairings.find(id).orElseThrow().version();
            following.follow(id, version, new Action.TakeOn(), Optional.of("Noor is ziek"), MARIEKE);
        });

        assertThat(text(town, "select coordinator::text from pairing_life"))
                .containsExactly(MARIEKE.value().toString());
        assertThat(text(town, """
                        select account || ' ' || to_step || ' ' || reason || ' ' || note
                        from pairing_history order by number desc limit 1
                        """)).containsExactly(MARIEKE.value() + " ASKED TAKE_ON Noor is ziek");
        act(town, id, new Action.Answer(Side.FAMILY, Reply.YES), Optional.empty());
        assertThat(text(town, "select coordinator::text from pairing_life"))
                .containsExactly(MARIEKE.value().toString());
    }

    @Test
    void theHistoryAndTheAuditLogSayWhoWhenWhatAndWhy() {
        Town town = town("history");
        PairingId id = accepted(town, 3, 1);

        follow(town, id, ALL_THE_WAY);
        act(town, id, new Action.End(Outcome.PARTLY_REACHED, EndReason.ILLNESS, false), Optional.of("Rust nodig"));

        assertThat(text(town, """
                        select from_step || ' ' || to_step || ' ' || coalesce(reason, '-') || coalesce(' ' || note, '')
                        from pairing_history where account = '00000000-0000-0004-0000-000000000002' order by number
                        """))
                .containsExactly(
                        "PROPOSED ACCEPTED -",
                        "ACCEPTED ASKED ASK",
                        "ASKED ASKED FAMILY_SAYS_YES",
                        "ASKED INTRODUCTION VOLUNTEER_SAYS_YES",
                        "INTRODUCTION INTRODUCTION PLAN_INTRODUCTION",
                        "INTRODUCTION TRIAL START_TRIAL",
                        "TRIAL RUNNING START_RUNNING",
                        "RUNNING CLOSING START_CLOSING",
                        "CLOSING AFTERCARE START_AFTERCARE",
                        "AFTERCARE ENDED ILLNESS Rust nodig");
        assertThat(text(
                        town,
                        "select detail ->> 'what' from audit_entry where object_id = '" + id.value()
                                + "' and detail ->> 'to' = 'ENDED'"))
                .containsExactly("ILLNESS");
        assertThat(text(town, "select count(*)::text from audit_entry")).containsExactly("9");
        assertThat(text(town, "select detail::text from audit_entry")).noneMatch(detail -> detail.contains("Rust"));
    }

    @Test
    void aColleagueWhoWasFirstIsNotOverwritten() {
        Town town = town("colleague");
        PairingId id = accepted(town, 3, 1);
        act(town, id, new Action.Ask(), Optional.empty());

        Advance late = database.scope()
                .inside(
                        town.organisation(),
                        () -> following.follow(
                                id, 2, new Action.Answer(Side.FAMILY, Reply.NO), Optional.empty(), NOOR));

        assertThat(late).isEqualTo(new Advance.Refused(new NotPossible.Changed()));
        assertThat(life(town, id).meeting().replies()).isEmpty();
        assertThat(database.scope()
                        .inside(
                                town.organisation(),
                                () -> following.follow(
                                        new PairingId(new UUID(9, 9)), 1, new Action.Ask(), Optional.empty(), NOOR)))
                .isEqualTo(new Advance.Refused(new NotPossible.Gone()));
    }

    @Test
    void whatCannotBeAuditedDoesNotHappen() {
        Town town = town("unaudited");
        PairingId id = accepted(town, 3, 1);
        KeptLives deaf = new KeptLives(
                database.jdbc(), pairings, new Audit(database.jdbc(), Clock.fixed(Instant.MAX, ZoneId.of("UTC"))));

        assertThatThrownBy(() -> database.scope()
                        .inside(
                                town.organisation(),
                                () -> new FollowingPairings(pairings, deaf, CLOCK)
                                        .follow(id, 2, new Action.Ask(), Optional.empty(), NOOR)))
                .isInstanceOf(RuntimeException.class);

        assertThat(life(town, id).step()).isEqualTo(Step.ACCEPTED);
    }

    @Test
    void theVolunteerHasRoomAgainFromTheAftercareOnAndNotBefore() {
        Town town = town("room");
        PairingId id = accepted(town, 3, 1);
        PairingId other = propose(town, 4, 1, "thu-morning");

        for (Action action : ALL_THE_WAY.subList(0, 7)) {
            assertThat(confirm(town, other)).isEqualTo(new Refusal.VolunteerFull(1));
            act(town, id, action, Optional.empty());
        }
        assertThat(fixed(town)).containsExactly(id);
        assertThat(confirm(town, other)).isEqualTo(new Refusal.VolunteerFull(1));
        act(town, id, ALL_THE_WAY.getLast(), Optional.empty());

        assertThat(fixed(town)).isEmpty();
        assertThat(confirm(town, other)).isEqualTo("confirmed");
    }

    @Test
    void anEarlyEndFreesTheVolunteerAtOnce() {
        Town town = town("early");
        PairingId id = accepted(town, 3, 1);
        PairingId other = propose(town, 4, 1, "thu-morning");

        act(town, id, new Action.End(Outcome.NEVER_STARTED, EndReason.NO_CONTACT, false), Optional.empty());

        assertThat(confirm(town, other)).isEqualTo("confirmed");
    }

    @Test
    void aNightKeepsWhatIsUnderWayAndServesWhoAsksAgainSinceTheFirstDay() {
        Town town = town("night");
        PairingId kept = accepted(town, 3, 1);
        PairingId ended = accepted(town, 4, 2);
        follow(town, kept, ALL_THE_WAY.subList(0, 5));
        follow(town, ended, ALL_THE_WAY.subList(0, 3));
        makeUrgent(town, 4);

        act(town, ended, new Action.End(Outcome.NEVER_STARTED, EndReason.VOLUNTEER_SAYS_NO, true), Optional.empty());
        var snapshot = new Snapshots(database.jdbc(), database.scope()).read(town.organisation(), TODAY);
        List<Proposal> night = new Matching(CLOCK)
                .propose(snapshot, Settings.nightly(5), Progress.NONE)
                .proposals();

        assertThat(snapshot.fixed()).extracting(Pairing::id).containsExactly(kept);
        assertThat(snapshot.blocks())
                .containsExactly(new Block(
                        town.families().get(4).id(), town.volunteers().get(2).id(), Optional.empty()));
        assertThat(snapshot.requests())
                .filteredOn(
                        request -> request.id().equals(town.requests().get(4).id()))
                .singleElement()
                .satisfies(request -> assertThat(request.waitingSince()).isEqualTo(TODAY.minusDays(61)));
        assertThat(night)
                .anyMatch(proposal ->
                        proposal.request().equals(town.requests().get(4).id()))
                .noneMatch(proposal ->
                        proposal.request().equals(town.requests().get(3).id()))
                .noneMatch(proposal ->
                        proposal.volunteer().equals(town.volunteers().get(1).id()));
    }

    @Test
    void aFamilyThatDoesNotAskAgainIsNotProposedAnybody() {
        Town town = town("done");
        PairingId id = accepted(town, 3, 1);
        follow(town, id, ALL_THE_WAY);

        act(town, id, new Action.End(Outcome.REACHED, EndReason.NO_LONGER_NEEDED, false), Optional.empty());

        assertThat(text(town, "select closed_on::text from support_request where closed_on is not null"))
                .containsExactly("2026-03-17");
        assertThat(life(town, id).ending().orElseThrow().asksAgain()).isFalse();
        assertThat(text(town, "select until::text from block")).containsExactly("2026-04-14");
    }

    @Test
    void theBackupTakesOverInOneGo() {
        Town town = town("backup");
        PairingId id = accepted(town, 3, 1);
        follow(town, id, ALL_THE_WAY.subList(0, 5));
        VolunteerId backup = town.volunteers().get(2).id();

        Advance advance = rematch(town, id, backup);

        assertThat(advance).isInstanceOfSatisfying(Advance.Done.class, done -> {
            Pairing next = done.life().pairing();
            assertThat(next.step()).isEqualTo(Step.ACCEPTED);
            assertThat(next.volunteer()).isEqualTo(backup);
            assertThat(next.request()).isEqualTo(town.requests().get(3).id());
            assertThat(next.dayParts()).isEqualTo(Town.WEDNESDAY_AFTERNOON);
        });
        assertThat(life(town, id).step()).isEqualTo(Step.ENDED);
        assertThat(fixed(town)).hasSize(1).doesNotContain(id);
    }

    @Test
    void aBackupWhoCannotComeLeavesEverythingAsItWas() {
        Town town = town("busy");
        PairingId id = accepted(town, 3, 1);
        accepted(town, 5, 2);
        Life trial = follow(town, id, ALL_THE_WAY.subList(0, 5));

        assertThatThrownBy(() -> rematch(town, id, town.volunteers().get(2).id()))
                .hasMessage(new NotPossible.CannotTakeOver(new Refusal.VolunteerFull(1)).toString());

        assertThat(life(town, id)).isEqualTo(trial);
    }

    private void makeUrgent(Town town, int request) {
        database.scope().inside(town.organisation(), () -> {
            database.jdbc()
                    .sql("update support_request set urgency = 'HIGH' where id = :id")
                    .param("id", town.requests().get(request).id().value())
                    .update();
        });
    }

    private Advance rematch(Town town, PairingId id, VolunteerId backup) {
        Rematching rematching = new Rematching(new PairingByHand(pairings, CLOCK, () -> new UUID(8, 8)), lives);
        return database.scope().inside(town.organisation(), () -> {
            Pairing pairing = pairings.find(id).orElseThrow();
            following.follow(
                    id,
                    pairing.version(),
                    new Action.End(Outcome.NOT_REACHED, EndReason.NO_CLICK, true),
                    Optional.empty(),
                    NOOR);
            Advance advance = rematching.takeOver(pairing, backup, NOOR);
            if (advance instanceof Advance.Refused(NotPossible why)) {
                throw new IllegalStateException(why.toString());
            }
            return advance;
        });
    }

    /** Every volunteer has room for one family. */
    private Town town(String name) {
        Town made = Town.of(database.organisation(name), 7, 4);
        made.saveIn(database);
        database.scope().inside(made.organisation(), () -> {
            database.jdbc().sql("update volunteer set maximum_families = 1").update();
        });
        for (CoordinatorId one : List.of(NOOR, MARIEKE)) {
            new Accounts(database.jdbc(), database.scope())
                    .save(new Account(
                            one.value(),
                            made.organisation(),
                            name + one.value() + "@koppelwerk.example",
                            "Noor",
                            "{noop}not used",
                            Account.Role.COORDINATOR,
                            true));
        }
        return made;
    }

    private PairingId accepted(Town town, int request, int volunteer) {
        PairingId id = propose(town, request, volunteer, "wed-afternoon");
        assertThat(confirm(town, id)).isEqualTo("confirmed");
        return id;
    }

    private PairingId propose(Town town, int request, int volunteer, String dayParts) {
        PairingId id = new PairingId(new UUID(town.organisation().value().getLeastSignificantBits(), request));
        database.scope().inside(town.organisation(), () -> {
            database.jdbc()
                    .sql("""
                            insert into pairing (organisation, id, request, volunteer, day_parts, step, proposed_at)
                            values (:organisation, :id, :request, :volunteer, :dayParts, 'PROPOSED', '2026-03-17T01:00Z')
                            """)
                    .param("organisation", town.organisation().value())
                    .param("id", id.value())
                    .param("request", town.requests().get(request).id().value())
                    .param("volunteer", town.volunteers().get(volunteer).id().value())
                    .param("dayParts", DayParts.parse(dayParts).bits())
                    .update();
        });
        return id;
    }

    private Object confirm(Town town, PairingId id) {
        return database.scope().inside(town.organisation(), () -> switch (new ConfirmingProposals(pairings, CLOCK)
                .confirm(id, 1, NOOR)) {
            case Confirmation.Confirmed confirmed -> "confirmed";
            case Confirmation.Refused(Refusal refusal) -> refusal;
        });
    }

    private Life follow(Town town, PairingId id, List<Action> actions) {
        actions.forEach(action -> act(town, id, action, Optional.empty()));
        return life(town, id);
    }

    private void act(Town town, PairingId id, Action action, Optional<String> note) {
        Advance advance = database.scope()
                .inside(
                        town.organisation(),
                        () -> following.follow(
                                id, pairings.find(id).orElseThrow().version(), action, note, NOOR));
        assertThat(advance).as(action.toString()).isInstanceOf(Advance.Done.class);
    }

    private Life life(Town town, PairingId id) {
        return database.scope()
                .reading(town.organisation(), () -> lives.get(pairings.find(id).orElseThrow()));
    }

    private List<PairingId> fixed(Town town) {
        return database.scope().reading(town.organisation(), () -> pairings.fixed(TODAY)).stream()
                .map(Pairing::id)
                .toList();
    }

    private List<String> text(Town town, String sql) {
        Function<String, List<String>> query = one -> database.jdbc()
                .sql(one)
                .query((row, number) -> row.getString(1))
                .list();
        return database.scope().reading(town.organisation(), () -> query.apply(sql));
    }
}
