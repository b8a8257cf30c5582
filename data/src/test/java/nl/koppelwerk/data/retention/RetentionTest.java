package nl.koppelwerk.data.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.data.erasure.ErasedList;
import nl.koppelwerk.data.erasure.Erasing;
import nl.koppelwerk.data.seal.AuditHeads;
import nl.koppelwerk.data.seal.HeadFile;
import nl.koppelwerk.data.seal.SealingAudit;
import nl.koppelwerk.data.store.PublishedNight;
import nl.koppelwerk.data.store.Town;
import nl.koppelwerk.pairing.CoordinatorId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The clock is moved to the last day on which each is kept, and then a day on. */
@ExtendWith(DatabaseExtension.class)
class RetentionTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final LocalDate THEN = Town.TODAY;

    private final TestDatabase database;
    private final Town town;

    @TempDir
    Path home = Path.of("");

    RetentionTest(TestDatabase database, TestInfo test) {
        this.database = database;
        this.town = Town.of(database.organisation(test.getDisplayName()), 7, 5);
        CoordinatorId noor = new CoordinatorId(
                UUID.nameUUIDFromBytes(test.getDisplayName().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        PublishedNight night = PublishedNight.of(database, town, at(THEN), noor);
        night.propose(3);
        night.propose(3);
    }

    private static Clock at(LocalDate day) {
        return Clock.fixed(day.atTime(9, 30).atZone(ZONE).toInstant(), ZONE);
    }

    private Retention on(LocalDate day) {
        Erasing erasing = new Erasing(
                database.jdbc(),
                database.transactions(),
                database.scope(),
                at(day),
                new Erasing.Beside(List.of(), new ErasedList(home.resolve("erased.csv"))));
        HeadFile file = HeadFile.in(home.resolve("audit"), home.resolve("audit/signing.key"));
        AuditHeads heads = new AuditHeads(database.jdbc(), database.scope(), file, at(day));
        return new Retention(
                database.jdbc(),
                database.scope(),
                new Retention.Beside(erasing, heads, new Audit(database.jdbc(), at(day))),
                at(day));
    }

    private void sql(String sql) {
        String filled = sql.replace("@ORG", "'" + town.organisation().value() + "'::uuid")
                .replace("@THEN", "'" + THEN + "T09:30+01'::timestamptz")
                .replace("@VOLUNTEER", "'" + town.volunteers().get(4).id().value() + "'::uuid")
                .replace("@FAMILY", "'" + town.families().get(5).id().value() + "'::uuid");
        database.scope().inside(town.organisation(), () -> {
            database.jdbc().sql(filled).update();
        });
    }

    private void goesOnTheDayAfter(Kind kind, long count) {
        LocalDate last = THEN.plusDays(kind.days());
        assertThat(on(last).due(town.organisation())).containsEntry(kind, 0L);
        assertThat(on(last).letGo(town.organisation())).containsEntry(kind, 0L);
        assertThat(on(last.plusDays(1)).due(town.organisation())).containsEntry(kind, count);
        assertThat(on(last.plusDays(1)).letGo(town.organisation())).containsEntry(kind, count);
        assertThat(on(last.plusDays(1)).due(town.organisation())).containsEntry(kind, 0L);
    }

    @Test
    void theAuditLogGoesFromItsBeginningAsFarAsItIsSealed() {
        sql("""
                insert into audit_entry (organisation, at, action, object_type, object_id)
                select @ORG, @THEN, 'SEEN', 'FAMILY', 'a family' from generate_series(1, 3)
                """);
        HeadFile heads = HeadFile.in(home.resolve("audit"), home.resolve("audit/signing.key"));
        new SealingAudit(database.jdbc(), database.scope(), heads, at(THEN)).seal(town.organisation());
        long entries = database.scope()
                .inside(
                        town.organisation(),
                        () -> database.jdbc()
                                .sql("select count(*) from audit_entry")
                                .query(Long.class)
                                .single());

        goesOnTheDayAfter(Kind.AUDIT, entries);
    }

    @Test
    void sentMailGoesAndMailThatWaitsStays() {
        sql("""
                insert into outgoing_mail (organisation, id, recipient, subject, body, created_at, not_before, sent_at)
                values (@ORG, gen_random_uuid(), '–', '–', '–', @THEN, @THEN, @THEN),
                       (@ORG, gen_random_uuid(), '–', '–', '–', @THEN, @THEN, null)
                """);

        goesOnTheDayAfter(Kind.SENT_MAIL, 1);
    }

    @Test
    void refusedRowsGoAndTheImportItselfStays() {
        sql("""
                insert into import_file (organisation, id, name, kind, sha256, size_bytes, started_at)
                values (@ORG, @ORG, 'gezinnen.csv', 'FAMILIES', sha256('x'), 3, @THEN)
                """);
        sql("""
                insert into import_reject (organisation, import_file, row_number, column_name, value, reason, reason_dutch,
                    reason_english, row_text)
                values (@ORG, @ORG, 2, 'postcode', '–', 'x', 'x', 'x', '–'),
                       (@ORG, @ORG, 3, 'postcode', '–', 'x', 'x', 'x', '–')
                """);

        goesOnTheDayAfter(Kind.IMPORTS, 2);
    }

    @Test
    void whatANightWasDecidedOnGoesButNotOfTheNightThatStands() {
        goesOnTheDayAfter(Kind.SNAPSHOTS, 1);
    }

    @Test
    void aReferralGoesWithItsHistoryAfterItHasEndedAndAnOpenOneStays() {
        sql("""
                insert into warm_referral (organisation, id, request, service, service_name, provider, needs, agreed_on, state,
                    step, who, due_on, ended_on)
                select @ORG, gen_random_uuid(), q.id, gen_random_uuid(), 'Raadslieden', '', '{FINANCE}', '2026-03-01', s.state,
                       s.step, s.who, s.due, s.ended
                from support_request q,
                     (values ('PLANNED', 'CALL_SERVICE', '–', date '2026-03-19', null::date),
                             ('ARRIVED', null, null, null, date '2026-03-17')) s (state, step, who, due, ended)
                where q.family = @FAMILY
                """);
        sql("insert into warm_referral_step (organisation, referral, number, request, at, state)"
                + " select organisation, id, 1, request, @THEN, 'PLANNED' from warm_referral");

        goesOnTheDayAfter(Kind.REFERRALS, 1);

        assertThat(database.scope()
                        .inside(
                                town.organisation(),
                                () -> database.jdbc()
                                        .sql(
                                                "select w.state from warm_referral w join warm_referral_step s on s.referral = w.id")
                                        .query(String.class)
                                        .list()))
                .containsExactly("PLANNED");
    }

    @Test
    void aVolunteerWhoStoppedIsErasedAndOneWhoDidNotStopStays() {
        sql("update volunteer set active = false, stopped_on = '2026-03-17' where id = @VOLUNTEER");

        goesOnTheDayAfter(Kind.VOLUNTEERS, 1);
    }

    @Test
    void whoIsHeldStays() {
        sql("update volunteer set active = false, stopped_on = '2026-03-17' where id = @VOLUNTEER");
        sql("insert into legal_hold (organisation, id, volunteer, reason, since, account)"
                + " select @ORG, @ORG, @VOLUNTEER, '––––––––––', '2026-03-17', id from account");

        assertThat(on(THEN.plusYears(3)).due(town.organisation())).containsEntry(Kind.VOLUNTEERS, 0L);
    }

    @Test
    void aFamilyWithoutRequestsIsErasedAndOneThatAsksStays() {
        sql("update support_request set closed_on = '2026-03-17' where family = @FAMILY");

        goesOnTheDayAfter(Kind.FAMILIES, 1);
    }

    @Test
    void anOrganisationMayChooseAnotherTerm() {
        Map<Kind, Integer> chosen = Map.of(Kind.SNAPSHOTS, 30, Kind.IMPORTS, Kind.IMPORTS.days());
        on(THEN).keepFor(town.organisation(), chosen, Optional.empty());

        assertThat(changes()).containsExactly("SNAPSHOTS {\"days\": \"30\", \"daysBefore\": \"365\"}");
        assertThat(on(THEN).terms(database.organisation("another"))).containsEntry(Kind.SNAPSHOTS, 365);

        assertThat(on(THEN.plusDays(30)).due(town.organisation())).containsEntry(Kind.SNAPSHOTS, 0L);
        assertThat(on(THEN.plusDays(31)).due(town.organisation())).containsEntry(Kind.SNAPSHOTS, 1L);
    }

    @Test
    void aTermOfNoDaysOrOverACenturyIsRefusedWithEverythingThatCameWithIt() {
        for (int days : List.of(0, -1, Retention.MOST_DAYS + 1)) {
            Map<Kind, Integer> terms = Map.of(Kind.IMPORTS, 30, Kind.AUDIT, days);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> on(THEN).keepFor(town.organisation(), terms, Optional.empty()))
                    .withMessage("a term of " + days + " days");
        }
        assertThat(on(THEN).terms(town.organisation())).containsEntry(Kind.IMPORTS, 90);
    }

    private List<String> changes() {
        String sql = "select object_id || ' ' || detail from audit_entry where object_type = 'RETENTION_TERM'";
        return database.scope()
                .inside(
                        town.organisation(),
                        () -> database.jdbc().sql(sql).query(String.class).list());
    }
}
