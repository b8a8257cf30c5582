package nl.koppelwerk.data.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import nl.koppelwerk.data.account.Account;
import nl.koppelwerk.data.account.Accounts;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.data.person.By;
import nl.koppelwerk.data.store.Town;
import nl.koppelwerk.data.view.Filter;
import nl.koppelwerk.domain.family.SupportRequest;
import nl.koppelwerk.domain.programme.Need;
import nl.koppelwerk.referral.Handover;
import nl.koppelwerk.referral.NextStep;
import nl.koppelwerk.referral.WarmReferral;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DatabaseExtension.class)
class ReferringTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Clock CLOCK = Clock.fixed(TODAY.atTime(9, 30).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    private static final WarmReferral.To LEGAL =
            new WarmReferral.To(new UUID(3, 7), "Sociaal Raadslieden", "buurtteams");

    private final TestDatabase database;
    private final Town town;
    private final By noor;
    private final WarmReferrals referrals;
    private final Referring referring;

    ReferringTest(TestDatabase database, TestInfo test) {
        this.database = database;
        this.town = Town.of(database.organisation(test.getDisplayName()), 5, 3);
        town.saveIn(database);
        Account account = new Account(
                UUID.randomUUID(),
                town.organisation(),
                town.organisation().value() + "@koppelwerk.example",
                "Noor",
                Account.NO_PASSWORD,
                Account.Role.COORDINATOR,
                true);
        new Accounts(database.jdbc(), database.scope()).save(account);
        this.noor = new By(town.organisation(), account.id());
        this.referrals = new WarmReferrals(database.jdbc());
        this.referring = new Referring(referrals, new Audit(database.jdbc(), CLOCK), CLOCK, UUID::randomUUID);
    }

    private <T> T inside(Supplier<T> work) {
        return database.scope().inside(town.organisation(), work);
    }

    private SupportRequest request(int number) {
        return town.requests().get(number);
    }

    private NextStep step(LocalDate due) {
        return new NextStep(
                NextStep.Kind.APPOINTMENT, Optional.of(noor.account()), "Noor", due, Optional.of(LocalTime.of(14, 30)));
    }

    private Referring.Result plan(int number, WarmReferral.To to, LocalDate due) {
        return inside(() -> referring.plan(
                new Referring.Plan(request(number).id(), to, Set.of(Need.OTHER_NEED), TODAY.minusDays(2), step(due)),
                noor));
    }

    private WarmReferral planned(int number, LocalDate due) {
        Referring.Result result = plan(number, LEGAL, due);
        assertThat(result).isInstanceOf(Referring.Result.Noted.class);
        return ((Referring.Result.Noted) result).referral();
    }

    private void sql(String sql) {
        String filled = sql.replace("@FAMILY", "'" + request(1).family().value() + "'::uuid")
                .replace("@PROGRAMME", "'" + request(1).programme().value() + "'::uuid")
                .replace("@NOOR", "'" + noor.account() + "'::uuid");
        inside(() -> database.jdbc().sql(filled).update());
    }

    @Test
    void whatIsOpenStopsWhenTheFamilyTakesItsConsentBackAndNothingNewBeginsUntilItAgreesAgain() {
        String consent = "insert into consent (organisation, id, family, version, given_on, way, account) select"
                + " current_organisation(), gen_random_uuid(), @FAMILY, '%s', '2026-11-%d', 'ORAL', @NOOR";
        sql(consent.formatted("2026-10", 1));
        WarmReferral other = planned(2, TODAY.plusDays(4));
        WarmReferral planned = planned(1, TODAY.plusDays(4));
        inside(() -> referring.note(planned.id(), 1, new Handover.Contacted(step(TODAY.plusDays(9))), noor));

        sql("update consent set withdrawn_on = '2026-11-22' where family = @FAMILY");

        assertThat(inside(() -> referrals.find(planned.id())).orElseThrow().referral())
                .extracting(WarmReferral::state, WarmReferral::reason, WarmReferral::next, WarmReferral::ended)
                .containsExactly(
                        WarmReferral.State.WITHDRAWN,
                        Optional.of(WarmReferral.Reason.CONSENT_WITHDRAWN),
                        Optional.empty(),
                        Optional.of(TODAY));
        assertThat(inside(() -> referrals.history(planned.id())))
                .extracting(WarmReferrals.Line::state)
                .containsExactly(
                        WarmReferral.State.WITHDRAWN, WarmReferral.State.CONTACTED, WarmReferral.State.PLANNED);
        assertThat(inside(() -> referring.note(planned.id(), 2, new Handover.Arrived(TODAY), noor)))
                .isEqualTo(new Referring.Result.Outdated());
        assertThat(inside(() -> referrals.find(other.id()))
                        .orElseThrow()
                        .referral()
                        .state())
                .isEqualTo(WarmReferral.State.PLANNED);
        assertThat(plan(1, LEGAL, TODAY.plusDays(4)))
                .isEqualTo(new Referring.Result.Refused(WarmReferral.Refusal.CONSENT_WITHDRAWN));

        sql(consent.formatted("2026-11", 22));

        planned(1, TODAY.plusDays(4));
    }

    @Test
    void consentToAnotherProgrammeThatIsTakenBackStopsOnlyTheReferralsOfItsRequests() {
        String consent =
                "insert into sharing_consent (organisation, id, family, programme, run_by, version, given_on, way,"
                        + " account) select current_organisation(), gen_random_uuid(), @FAMILY, @PROGRAMME, '', '2026-11',"
                        + " '2026-11-01', 'ORAL', @NOOR";
        sql(consent);
        WarmReferral planned = planned(1, TODAY.plusDays(4));

        sql("update sharing_consent set withdrawn_on = '2026-11-22', programme = programme where family <> @FAMILY");

        assertThat(inside(() -> referrals.find(planned.id()))
                        .orElseThrow()
                        .referral()
                        .state())
                .isEqualTo(WarmReferral.State.PLANNED);

        sql("update sharing_consent set withdrawn_on = '2026-11-22' where family = @FAMILY");

        assertThat(inside(() -> referrals.find(planned.id()))
                        .orElseThrow()
                        .referral()
                        .reason())
                .contains(WarmReferral.Reason.CONSENT_WITHDRAWN);
    }

    @Test
    void whatIsPlannedIsKeptWithItsHistoryAndALineInTheAuditLog() {
        WarmReferral planned = planned(1, TODAY.plusDays(4));
        Referring.Result contacted =
                inside(() -> referring.note(planned.id(), 1, new Handover.Contacted(step(TODAY.plusDays(9))), noor));
        Referring.Result arrived = inside(() -> referring.note(planned.id(), 2, new Handover.Arrived(TODAY), noor));

        assertThat(contacted).isInstanceOf(Referring.Result.Noted.class);
        assertThat(arrived).isInstanceOf(Referring.Result.Noted.class);
        WarmReferrals.Kept kept = inside(() -> referrals.find(planned.id())).orElseThrow();
        assertThat(kept.referral()).isEqualTo(((Referring.Result.Noted) arrived).referral());
        assertThat(kept.version()).isEqualTo(3);
        assertThat(inside(() -> referrals.history(planned.id())))
                .extracting(WarmReferrals.Line::state)
                .containsExactly(WarmReferral.State.ARRIVED, WarmReferral.State.CONTACTED, WarmReferral.State.PLANNED);
        assertThat(inside(() -> referrals.history(planned.id())).getLast().account())
                .contains("Noor");
        assertThat(inside(() -> database.jdbc()
                        .sql(
                                "select action || ' ' || (detail ->> 'state') from audit_entry where object_id = :request order by number")
                        .param("request", request(1).id().value().toString())
                        .query(String.class)
                        .list()))
                .containsExactly("ADDED PLANNED", "CHANGED CONTACTED", "CHANGED ARRIVED");
    }

    @Test
    void whoeverSawAnOlderPageChangesNothing() {
        WarmReferral planned = planned(1, TODAY.plusDays(4));
        inside(() -> referring.note(planned.id(), 1, new Handover.Contacted(step(TODAY.plusDays(9))), noor));

        Referring.Result late = inside(() -> referring.note(planned.id(), 1, new Handover.Arrived(TODAY), noor));

        assertThat(late).isEqualTo(new Referring.Result.Outdated());
        assertThat(inside(() -> referrals.find(planned.id()))
                        .orElseThrow()
                        .referral()
                        .state())
                .isEqualTo(WarmReferral.State.CONTACTED);
    }

    @Test
    void aRequestIsHandedOverToAServiceOnceAtATime() {
        WarmReferral first = planned(1, TODAY.plusDays(4));

        assertThat(plan(1, LEGAL, TODAY.plusDays(5))).isEqualTo(new Referring.Result.Already());
        inside(() -> referring.note(first.id(), 1, new Handover.NotArrived(WarmReferral.Reason.NO_SHOW), noor));
        assertThat(plan(1, LEGAL, TODAY.plusDays(5))).isInstanceOf(Referring.Result.Noted.class);
        assertThat(inside(() -> referrals.of(request(1).id()))).hasSize(2);
        assertThat(inside(() -> referrals.of(request(1).family())))
                .extracting(kept -> kept.referral().state())
                .containsExactly(WarmReferral.State.PLANNED, WarmReferral.State.NOT_ARRIVED);
    }

    @Test
    void whatIsDueIsFoundByTheFilterOfThePage() {
        planned(0, TODAY.plusDays(4));
        planned(1, TODAY);
        planned(2, TODAY.plusDays(1));

        assertThat(inside(() -> referrals.due(TODAY.plusDays(1), Filter.ALL)))
                .extracting(kept -> kept.referral().request())
                .containsExactly(request(1).id(), request(2).id());
        Filter nowhere = new Filter(
                Optional.of("Nergens"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertThat(inside(() -> referrals.due(TODAY.plusDays(9), nowhere))).isEmpty();
        assertThat(inside(() -> referrals.due(TODAY.plusDays(9), Filter.ALL))
                        .getFirst()
                        .overdue(TODAY.plusDays(1)))
                .isTrue();
    }

    @Test
    void whoIsLimitedToAProgrammeSeesAndChangesNoOther() {
        WarmReferral planned = planned(1, TODAY);
        UUID elsewhere = new UUID(9, 9);
        List<Integer> seen = inside(() -> {
            database.jdbc()
                    .sql("select set_config('app.part', 'some', true), set_config('app.programmes', :programmes, true)")
                    .param("programmes", "{" + elsewhere + "}")
                    .query((row, number) -> number)
                    .list();
            return List.of(
                    referrals.open().size(),
                    referrals.history(planned.id()).size(),
                    referring.note(planned.id(), 1, new Handover.Arrived(TODAY), noor)
                                    instanceof Referring.Result.Outdated
                            ? 0
                            : 1);
        });

        assertThat(seen).containsExactly(0, 0, 0);
    }
}
