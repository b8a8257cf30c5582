package nl.koppelwerk.data.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import nl.koppelwerk.data.cipher.Cell;
import nl.koppelwerk.data.cipher.Clear;
import nl.koppelwerk.data.cipher.Said;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.data.store.Families;
import nl.koppelwerk.data.store.SupportRequests;
import nl.koppelwerk.data.store.Volunteers;
import nl.koppelwerk.data.view.person.FamilyEntry;
import nl.koppelwerk.data.view.person.FamilyViews;
import nl.koppelwerk.data.view.person.Search;
import nl.koppelwerk.data.view.person.VolunteerViews;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DatabaseExtension.class)
class MergingTest {
    private static final long ALL_SEEN = Long.MAX_VALUE;
    private static final String FOR_EVER = "";
    private static final int WEDNESDAY_AFTERNOON = 1 << 9;
    private static final int SATURDAY_MORNING = 1 << 20;

    private final TestDatabase database;
    private Office office;
    private MergingFamilies families;
    private MergingVolunteers volunteers;

    MergingTest(TestDatabase database, TestInfo test) {
        this.database = database;
        this.office = office(test);
        this.families = new MergingFamilies(
                office.jdbc,
                new nl.koppelwerk.data.imports.Readings(office.jdbc, Office.CLOCK),
                office.history,
                office.audit);
        this.volunteers = new MergingVolunteers(
                office.jdbc,
                new nl.koppelwerk.data.imports.Readings(office.jdbc, Office.CLOCK),
                office.history,
                office.audit);
    }

    private Office office(TestInfo test) {
        return new Office(database, test.getDisplayName(), 7, 5);
    }

    @BeforeEach
    void pairings() {
        pair(1, 1, 2, "RUNNING", WEDNESDAY_AFTERNOON);
        pair(2, 3, 4, "TRIAL", SATURDAY_MORNING);
        pair(3, 5, 0, "PROPOSED", WEDNESDAY_AFTERNOON);
        block(1, 0, FOR_EVER);
        block(3, 0, "2027-01-01");
        block(3, 1, FOR_EVER);
    }

    private void pair(int number, int family, int volunteer, String step, int dayParts) {
        String sql = """
                insert into pairing (organisation, id, request, volunteer, day_parts, step, proposed_at)
                values (:organisation, :id, :request, :volunteer, :dayParts, :step, '2026-03-01')
                """;
        office.inside(() -> office.jdbc
                .sql(sql)
                .param("organisation", office.organisation.value())
                .param("id", new UUID(office.organisation.value().getMostSignificantBits(), number))
                .param("request", office.town.requests().get(family).id().value())
                .param("volunteer", volunteer(volunteer).value())
                .param("dayParts", dayParts)
                .param("step", step)
                .update());
    }

    private void block(int family, int volunteer, String until) {
        String sql = """
                insert into block (organisation, family, volunteer, until, reason)
                values (:organisation, :family, :volunteer, nullif(:until, '')::date, 'NOT_NOW')
                """;
        office.inside(() -> office.jdbc
                .sql(sql)
                .param("organisation", office.organisation.value())
                .param("family", family(family).value())
                .param("volunteer", volunteer(volunteer).value())
                .param("until", until)
                .update());
    }

    /** Three families look alike, and one of them lives where Noor does not go. */
    @Test
    void whoIsLimitedIsSuggestedAndMergesOnlyWhatIsInSight() {
        office.inside(() -> office.jdbc
                .sql("update family set postcode = case id when :away then 3117 else 3021 end" + " where id in (:all)")
                .param("away", family(6).value())
                .param(
                        "all",
                        List.of(family(2).value(), family(4).value(), family(6).value()))
                .update());
        Said.put(
                database,
                office.organisation,
                Cell.FAMILY_NAME,
                "Gezin Alike",
                "id in (:all)",
                Map.of(
                        "all",
                        List.of(family(2).value(), family(4).value(), family(6).value())));
        office.inside(() -> office.jdbc
                .sql("insert into account_municipality (organisation, account, municipality)"
                        + " select organisation, id, 'Rotterdam' from account")
                .update());
        OrganisationScope limited =
                new OrganisationScope(office.jdbc, database.transactions(), () -> Optional.of(office.noor.account()));
        Duplicates duplicates = new Duplicates(office.jdbc);

        assertThat(office.inside(() -> suggested(duplicates))).hasSize(3);
        assertThat(limited.inside(office.organisation, () -> suggested(duplicates)))
                .containsExactly(Set.of(family(2).value(), family(4).value()));
        for (int other : new int[] {2, 4}) {
            assertThat(limited.inside(
                            office.organisation,
                            () -> families.merge(family(other), family(6), List.of(), ALL_SEEN, office.noor)))
                    .isEqualTo(new Merge.Refused(Merge.Reason.GONE));
            assertThat(limited.inside(
                            office.organisation,
                            () -> families.merge(family(6), family(other), List.of(), ALL_SEEN, office.noor)))
                    .isEqualTo(new Merge.Refused(Merge.Reason.GONE));
        }
    }

    private static List<Set<UUID>> suggested(Duplicates duplicates) {
        return duplicates.list(true, 100).stream()
                .filter(likeness -> likeness.one().name().equals("Gezin Alike"))
                .map(likeness -> Set.of(likeness.one().id(), likeness.other().id()))
                .toList();
    }

    private FamilyId family(int number) {
        return office.town.families().get(number).id();
    }

    private VolunteerId volunteer(int number) {
        return office.town.volunteers().get(number).id();
    }

    private Merge merge(int into, int merged, String... take) {
        return office.inside(() -> families.merge(family(into), family(merged), List.of(take), ALL_SEEN, office.noor));
    }

    private Merge mergeVolunteers(int into, int merged) {
        return office.inside(
                () -> volunteers.merge(volunteer(into), volunteer(merged), List.of(), ALL_SEEN, office.noor));
    }

    /** Rows in every table but the two that tell of the merge itself. */
    private Map<String, Long> rows() {
        Map<String, Long> counts = new TreeMap<>(office.counts());
        counts.remove("audit_entry");
        counts.remove("record_change");
        return counts;
    }

    @Test
    void mergingFamiliesLosesNoRow() {
        Map<String, Long> before = rows();
        long noted = office.counts().getOrDefault("record_change", 0L);

        Merge merge = merge(1, 3, "street", "family_name");

        assertThat(merge).isEqualTo(new Merge.Merged(family(1).value()));
        assertThat(rows()).isEqualTo(before);
        assertThat(office.counts().getOrDefault("record_change", 0L)).isGreaterThan(noted);
        assertThat(office.inside(() -> new SupportRequests(office.jdbc).of(List.of(family(1)))))
                .extracting(request -> request.reference())
                .containsExactly("V00001", "V00003");
        assertThat(office.inside(() -> new FamilyViews(office.jdbc).pairings(family(1))))
                .extracting(pairing -> pairing.step().name())
                .containsExactlyInAnyOrder("RUNNING", "TRIAL");
        assertThat(office.inside(() -> new Families(office.jdbc).find(family(1))))
                .hasValueSatisfying(family -> assertThat(family.name()).isEqualTo("Gezin Ünal-3"));
    }

    @Test
    void theMergedFamilyIsFoundByItsOldNumber() {
        merge(1, 3);
        merge(5, 1);

        List<FamilyEntry> found = office.inside(() -> new FamilyViews(office.jdbc)
                .list(new Search("g00003", "", "", "", ""), 1, 9)
                .items());

        assertThat(found).first().satisfies(entry -> {
            assertThat(entry.reference()).isEqualTo("G00005");
            assertThat(entry.formerly()).contains("G00003");
        });
        assertThat(office.inside(() -> new FamilyViews(office.jdbc).mergedInto(family(3))))
                .contains(family(5));
        assertThat(office.inside(() -> office.history.of(family(5), 99)))
                .extracting(change -> change.reference())
                .contains("G00003", "G00001", "V00003");
    }

    @Test
    void theStricterBlockHolds() {
        merge(3, 1);

        List<String> blocks = office.inside(() -> office.jdbc
                .sql("select coalesce(until::text, 'for ever') from block where family = :family order by volunteer")
                .param("family", family(3).value())
                .query((row, number) -> row.getString(1))
                .list());
        assertThat(blocks).containsExactly("for ever", "for ever");
    }

    @Test
    void familiesWithPairingsOnTheSamePartOfTheWeekAreNotMerged() {
        pair(4, 6, 4, "RUNNING", WEDNESDAY_AFTERNOON | SATURDAY_MORNING);

        assertThat(merge(1, 6)).isEqualTo(new Merge.Refused(Merge.Reason.SAME_DAY_PART));
        assertThat(merge(6, 1)).isEqualTo(new Merge.Refused(Merge.Reason.SAME_DAY_PART));
    }

    @Test
    void aPairingThatTheOtherIsBlockedForIsNotMerged() {
        block(5, 2, FOR_EVER);

        assertThat(merge(5, 1)).isEqualTo(new Merge.Refused(Merge.Reason.BLOCKED));
        assertThat(merge(1, 5)).isEqualTo(new Merge.Refused(Merge.Reason.BLOCKED));
    }

    @Test
    void nothingIsMergedTwiceOrWithItselfOrUnseen() {
        merge(1, 3);

        assertThat(merge(5, 3)).isEqualTo(new Merge.Refused(Merge.Reason.GONE));
        assertThat(merge(3, 5)).isEqualTo(new Merge.Refused(Merge.Reason.GONE));
        assertThat(merge(5, 5)).isEqualTo(new Merge.Refused(Merge.Reason.SAME));
        assertThat(office.inside(() -> families.merge(family(5), family(6), List.of(), 0, office.noor)))
                .isEqualTo(new Merge.Refused(Merge.Reason.OUTDATED));
    }

    @Test
    void mergingVolunteersLosesNoRow() {
        Map<String, Long> before = rows();

        assertThat(mergeVolunteers(2, 4))
                .isEqualTo(new Merge.Merged(volunteer(2).value()));

        assertThat(rows()).isEqualTo(before);
        assertThat(office.inside(() -> new VolunteerViews(office.jdbc).pairings(volunteer(2))))
                .hasSize(2);
        assertThat(office.inside(() -> new Volunteers(office.jdbc).list())).hasSize(4);
        assertThat(office.inside(() -> new VolunteerViews(office.jdbc).merged(volunteer(2))))
                .containsExactly("M00004");
    }

    @Test
    void daysOutOfBothHoldForTheVolunteerWhoStays() {
        absent(2, "2026-05-01", "2026-05-03");
        absent(4, "2026-05-01", "2026-05-03");
        absent(4, "2026-07-10", "2026-07-31");

        mergeVolunteers(2, 4);

        assertThat(office.inside(() -> office.jdbc
                        .sql("select first_day from volunteer_absence where volunteer = :id order by 1")
                        .param("id", volunteer(2).value())
                        .query((row, number) -> row.getString(1))
                        .list()))
                .containsExactly("2026-05-01", "2026-07-10");
    }

    private void absent(int number, String from, String until) {
        office.inside(() -> office.jdbc
                .sql("""
                        insert into volunteer_absence (organisation, volunteer, first_day, last_day)
                        select organisation, id, :from::date, :until::date from volunteer where id = :id
                        """)
                .param("from", from)
                .param("until", until)
                .param("id", volunteer(number).value())
                .update());
    }

    @Test
    void whoTookConsentBackOnOneOfTheRecordsHasTakenItBack() {
        agreed(2, "2026-03-01", null);
        agreed(4, "2026-02-01", "2026-03-03");
        agreed(0, "2026-03-09", null);

        mergeVolunteers(2, 4);

        assertThat(consents(2)).containsExactly("2026-02-01 2026-03-03", "2026-03-01 2026-03-03");
        assertThat(consents(4)).isEmpty();
        assertThat(consents(0)).containsExactly("2026-03-09");
        assertThat(office.inside(() -> office.jdbc
                        .sql("select active from volunteer where id = :id")
                        .param("id", volunteer(2).value())
                        .query(Boolean.class)
                        .single()))
                .isFalse();
    }

    private void agreed(int number, String on, @org.jspecify.annotations.Nullable String withdrawn) {
        office.inside(() -> office.jdbc
                .sql("""
                        insert into consent (organisation, id, volunteer, version, given_on, way, account, withdrawn_on)
                        values (:organisation, gen_random_uuid(), :id, '2026-11', :on::date, 'ORAL', :account, :withdrawn::date)
                        """)
                .param("organisation", office.organisation.value())
                .param("id", volunteer(number).value())
                .param("on", on)
                .param("account", office.noor.account())
                .param("withdrawn", withdrawn)
                .update());
    }

    private List<String> consents(int number) {
        return office.inside(() -> office.jdbc
                .sql("select concat_ws(' ', given_on, withdrawn_on) from consent where volunteer = :id order by 1")
                .param("id", volunteer(number).value())
                .query(String.class)
                .list());
    }

    @Test
    void theFamilyThatStaysKeepsItsAnswersAndGetsTheOthersAndWhatCannotWait() {
        answer(2, "goal", "Weer aan het werk");
        answer(4, "goal", "Rust");
        answer(4, "device", "SMARTPHONE");
        emergency(2, "EVICTION");
        emergency(4, "EMPTY_FRIDGE");

        assertThat(merge(2, 4)).isInstanceOf(Merge.Merged.class);

        assertThat(texts("select question || ' ' || answer from intake_answer where family = :id order by 1", 2))
                .containsExactly("device SMARTPHONE", "goal Weer aan het werk");
        assertThat(texts("select signals::text from emergency where family = :id and handled_at is null", 2))
                .containsExactly("{EMPTY_FRIDGE,EVICTION}");
        assertThat(texts("select signals::text from emergency where family = :id", 4))
                .isEmpty();
    }

    private void answer(int family, String question, String answer) {
        office.inside(() -> office.jdbc
                .sql("insert into intake_answer (organisation, family, question, answer) values (:o, :f, :q, :a)")
                .param("o", office.organisation.value())
                .param("f", family(family).value())
                .param("q", question)
                .param(
                        "a",
                        Clear.of(
                                Cell.INTAKE_ANSWER, Cell.answerOf(family(family).value(), question), answer))
                .update());
    }

    private void emergency(int family, String signal) {
        office.inside(() -> office.jdbc
                .sql("insert into emergency (organisation, id, family, signals, noted_at)"
                        + " values (:o, gen_random_uuid(), :f, array[:signal], '2026-03-16')")
                .param("o", office.organisation.value())
                .param("f", family(family).value())
                .param("signal", signal)
                .update());
    }

    private List<String> texts(String sql, int family) {
        return office.inside(() -> office.jdbc
                .sql(sql)
                .param("id", family(family).value())
                .query((row, number) -> row.getString(1))
                .list());
    }

    @Test
    void volunteersWhoAreOnTheSamePartOfTheWeekAreNotMerged() {
        pair(4, 6, 3, "ASKED", WEDNESDAY_AFTERNOON);

        assertThat(mergeVolunteers(2, 3)).isEqualTo(new Merge.Refused(Merge.Reason.SAME_DAY_PART));
    }

    /** A table that comes to hang on a family or a volunteer must be thought of here too. */
    @Test
    void everyTableThatHangsOnAFamilyOrAVolunteerIsKnown() {
        String sql = """
                select distinct c.conrelid::regclass || '.' || a.attname
                from pg_constraint c
                join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey) and a.attname <> 'organisation'
                where c.contype = 'f' and c.confrelid in ('family'::regclass, 'volunteer'::regclass) order by 1
                """;

        assertThat(office.jdbc.sql(sql).query((row, number) -> row.getString(1)).list())
                .containsExactly(
                        "block.family",
                        "block.volunteer",
                        "both_sides.family",
                        "both_sides.volunteer",
                        "child.family",
                        "consent.family",
                        "consent.volunteer",
                        "emergency.family",
                        "erasure_request.family",
                        "erasure_request.volunteer",
                        "family.merged_into",
                        "family_home.family",
                        "household_key.family",
                        "household_page.family",
                        "intake_answer.family",
                        "invitation_to_help.family",
                        "legal_hold.family",
                        "legal_hold.volunteer",
                        "lending.volunteer",
                        "pairing.volunteer",
                        "pairing_life.backup",
                        "proposal.volunteer",
                        "record_change.family",
                        "record_change.volunteer",
                        "registration.family",
                        "registration.volunteer",
                        "rerun_proposal.volunteer",
                        "sharing_consent.family",
                        "sharing_consent.volunteer",
                        "support_request.family",
                        "volunteer.merged_into",
                        "volunteer_absence.volunteer",
                        "volunteer_calendar.volunteer",
                        "volunteer_link.volunteer",
                        "volunteer_page.volunteer",
                        "volunteer_passkey.volunteer",
                        "volunteer_programme.volunteer",
                        "volunteer_question.volunteer");
    }
}
