package nl.koppelwerk.data.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.koppelwerk.data.cipher.Cell;
import nl.koppelwerk.data.cipher.Clear;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.data.format.Column;
import nl.koppelwerk.data.history.Change;
import nl.koppelwerk.data.history.Subject;
import nl.koppelwerk.data.imports.row.FamilyTable;
import nl.koppelwerk.data.imports.row.Problem;
import nl.koppelwerk.data.imports.row.VolunteerTable;
import nl.koppelwerk.data.store.Families;
import nl.koppelwerk.data.store.SupportRequests;
import nl.koppelwerk.data.store.Volunteers;
import nl.koppelwerk.domain.family.Family;
import nl.koppelwerk.domain.family.SupportRequest;
import nl.koppelwerk.domain.programme.ProgrammeId;
import nl.koppelwerk.domain.volunteer.Volunteer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DatabaseExtension.class)
class EditingTest {
    private static Office office;

    @BeforeAll
    static void open(TestDatabase database) {
        office = new Office(database, "editing", 13, 11);
    }

    private static Map<Column, String> cells(Family family) {
        return new HashMap<>(FamilyTable.cells(family));
    }

    @Test
    void aFamilyThatIsWrittenAndReadIsTheSame() {
        for (Family family : office.town.families().subList(9, 13)) {
            Kept<Family> kept = office.inside(() -> office.families.change(
                    family.id(), cells(family), office.history.last(Subject.of(family.id())), office.noor));

            assertThat(kept).isEqualTo(new Kept.Done<>(family.id().value()));
            assertThat(office.inside(() -> new Families(office.jdbc).find(family.id())))
                    .contains(family);
            assertThat(office.inside(() -> office.history.of(family.id(), 50)))
                    .extracting(change -> change.field().orElse("added"))
                    .containsOnly("added");
        }
    }

    @Test
    void anEmptyFieldTakesAnAddressAwayAndAWrongOneIsRefused() {
        Family family = office.inside(() -> new Families(office.jdbc)
                        .find(office.town.families().get(5).id()))
                .orElseThrow();
        assertThat(family.email()).contains("gezin5@voorbeeld.nl");
        Map<Column, String> wrong = cells(family);
        wrong.put(FamilyTable.EMAIL, "gezin5 bij voorbeeld.nl");
        Map<Column, String> empty = cells(family);
        empty.put(FamilyTable.EMAIL, "");

        assertThat(change(family, wrong))
                .isInstanceOfSatisfying(
                        Kept.Wrong.class,
                        kept -> assertThat(kept.problems())
                                .singleElement()
                                .satisfies(problem ->
                                        assertThat(problem.toString()).contains("e-mailadres", "problem.email")));
        assertThat(office.inside(() -> new Families(office.jdbc).find(family.id())))
                .contains(family);
        assertThat(change(family, empty)).isEqualTo(new Kept.Done<>(family.id().value()));
        assertThat(office.inside(() -> new Families(office.jdbc).find(family.id()))
                        .flatMap(Family::email))
                .isEmpty();
        assertThat(office.inside(() -> office.history.of(family.id(), 50)))
                .first()
                .satisfies(change -> assertThat(Office.said(change)).contains("email: gezin5@voorbeeld.nl > -"));
    }

    private static Kept<Family> change(Family family, Map<Column, String> cells) {
        return office.inside(() ->
                office.families.change(family.id(), cells, office.history.last(Subject.of(family.id())), office.noor));
    }

    @Test
    void aRequestThatIsWrittenAndReadIsTheSame() {
        SupportRequest request = office.town.requests().get(3);

        Kept<SupportRequest> kept = office.inside(() -> office.requests.change(
                request.id(),
                new HashMap<>(FamilyTable.cells(request, "MAATJE")),
                office.history.last(Subject.of(request.id())),
                office.noor));

        assertThat(kept).isEqualTo(new Kept.Done<>(request.id().value()));
        assertThat(office.inside(() -> new SupportRequests(office.jdbc).find(request.id())))
                .contains(request);
    }

    @Test
    void aVolunteerThatIsWrittenAndReadIsTheSame() {
        Map<ProgrammeId, String> codes = Map.of(office.town.programme().id(), "MAATJE");
        for (Volunteer volunteer : office.town.volunteers()) {
            Kept<Volunteer> kept = office.inside(() -> office.volunteers.change(
                    volunteer.id(),
                    new HashMap<>(VolunteerTable.cells(volunteer, codes)),
                    office.history.last(Subject.of(volunteer.id())),
                    office.noor));

            assertThat(kept).isEqualTo(new Kept.Done<>(volunteer.id().value()));
            assertThat(office.inside(() -> new Volunteers(office.jdbc).find(volunteer.id())))
                    .contains(volunteer);
        }
    }

    @Test
    void theHistorySaysWhoChangedWhatFromWhatToWhat() {
        Family family = office.town.families().get(4);
        Map<Column, String> cells = cells(family);
        cells.put(FamilyTable.STREET, "Maashaven");
        cells.put(FamilyTable.CHILDREN, "2013 2024");

        List<Change> changes = office.inside(() -> {
            long seen = office.history.last(Subject.of(family.id()));
            office.families.change(family.id(), cells, seen, office.noor);
            return office.history.since(Subject.of(family.id()), seen);
        });

        int first = family.children().getFirst().birthYear();
        assertThat(changes)
                .extracting(Office::said)
                .contains("G00004 street: Heemraadssingel > Maashaven by Noor PAGE")
                .contains("G00004 birth_year 1: " + first + " > 2013 by Noor PAGE");
        assertThat(changes).extracting(Change::at).containsOnly(Office.CLOCK.instant());
    }

    @Test
    void aColleaguesChangeIsShownAndNotOverwritten() {
        Family family = office.town.families().get(5);
        long seen = office.inside(() -> office.history.last(Subject.of(family.id())));
        Map<Column, String> theirs = cells(family);
        theirs.put(FamilyTable.SCHOOL, "De Kubus");
        office.inside(() -> office.families.change(family.id(), theirs, seen, office.noor));
        Map<Column, String> mine = cells(family);
        mine.put(FamilyTable.NAME, "Gezin Anders");

        Kept<Family> kept = office.inside(() -> office.families.change(family.id(), mine, seen, office.noor));

        assertThat(kept).isInstanceOfSatisfying(Kept.Outdated.class, outdated -> {
            assertThat(((Family) outdated.mine()).name()).isEqualTo("Gezin Anders");
            assertThat(((Family) outdated.theirs()).school()).contains("De Kubus");
            assertThat(outdated.since()).hasSize(1);
        });
        assertThat(office.inside(() -> new Families(office.jdbc).find(family.id())))
                .hasValueSatisfying(now -> assertThat(now.name()).isEqualTo(family.name()));
    }

    @Test
    void everythingWrongIsSaidByField() {
        Map<Column, String> cells = cells(office.town.families().get(6));
        cells.put(FamilyTable.NAME, " ");
        cells.put(FamilyTable.POSTCODE, "9999");
        cells.put(FamilyTable.CHILDREN, "2013 1888");

        Kept<Family> kept = office.inside(
                () -> office.families.change(office.town.families().get(6).id(), cells, Long.MAX_VALUE, office.noor));

        assertThat(kept)
                .isInstanceOfSatisfying(
                        Kept.Wrong.class,
                        wrong -> assertThat((List<Problem>) wrong.problems())
                                .extracting(problem -> problem.column() + " "
                                        + problem.reason().key())
                                .containsExactlyInAnyOrder(
                                        "gezin problem.required",
                                        "postcode problem.postcode-unknown",
                                        "geboortejaren_kinderen problem.birth-year"));
    }

    @Test
    void aNewFamilyThatLooksLikeOneThatIsThereIsAskedAboutFirst() {
        Family there = office.town.families().get(7);
        Map<Column, String> cells = cells(there);
        cells.put(FamilyTable.REFERENCE, "NIEUW-7");
        cells.put(FamilyTable.NAME, "Familie Unal-7");

        Kept<Family> first = office.inside(() -> office.families.add(cells, false, office.noor));
        Kept<Family> sure = office.inside(() -> office.families.add(cells, true, office.noor));
        Kept<Family> taken = office.inside(() -> office.families.add(cells, true, office.noor));

        assertThat(first).isInstanceOfSatisfying(Kept.Alike.class, alike -> {
            Likeness likeness = (Likeness) alike.likenesses().getFirst();
            assertThat(likeness.one().reference()).isEqualTo("G00007");
            assertThat(likeness.reasons())
                    .contains(
                            Likeness.Reason.SAME_NAME, Likeness.Reason.SAME_POSTCODE, Likeness.Reason.SAME_BIRTH_YEARS);
        });
        assertThat(sure).isInstanceOf(Kept.Done.class);
        assertThat(taken).isInstanceOf(Kept.Wrong.class);
        assertThat(office.inside(() -> new Duplicates(office.jdbc).list(true, 100)))
                .anySatisfy(likeness -> assertThat(Set.of(
                                likeness.one().reference(), likeness.other().reference()))
                        .isEqualTo(Set.of("G00007", "NIEUW-7")));
    }

    /** By the form and by a file alike; by the same address, written otherwise, everything goes on. */
    @Test
    void waysInEndWithTheAddressThatTheyCameBy() {
        Volunteer anna = office.town.volunteers().get(3);
        address(anna, "anna@voorbeeld.example");
        paired(anna);
        waysIn(anna);
        address(anna, "Anna@voorbeeld.example");
        assertThat(waysLeft(anna)).isEqualTo("1 1 1");

        address(anna, "anna.nieuw@voorbeeld.example");
        assertThat(waysLeft(anna)).isEqualTo("0 0 0");
    }

    private static void address(Volunteer volunteer, String email) {
        office.inside(() -> office.jdbc
                .sql("update volunteer set email = :email where id = :id")
                .param("email", Clear.of(Cell.VOLUNTEER_EMAIL, volunteer.id().value(), email))
                .param("id", volunteer.id().value())
                .update());
    }

    private static void paired(Volunteer volunteer) {
        office.inside(() -> office.jdbc
                .sql("""
                        insert into pairing (organisation, id, request, volunteer, day_parts, step, proposed_at)
                        values (current_organisation(), gen_random_uuid(), :request, :volunteer, 1, 'PROPOSED', '2026-03-01')
                        """)
                .param("request", office.town.requests().getLast().id().value())
                .param("volunteer", volunteer.id().value())
                .update());
    }

    private static void waysIn(Volunteer volunteer) {
        for (String sql : List.of("""
                insert into volunteer_link (organisation, hash, volunteer, browser, code, created_at, expires_at)
                select organisation, sha256('link'), id, sha256('browser'), sha256('code'), now(), now() from volunteer
                where id = :id
                """, """
                insert into pairing_ask (organisation, hash, pairing, made_at, expires_at)
                select organisation, sha256('ask'), id, now(), now() from pairing where volunteer = :id
                """, """
                insert into volunteer_passkey (organisation, credential, volunteer, public_key, attestation, signatures,
                                               backup_eligible, backed_up, added_at, used_at)
                select organisation, 'key', id, 'a', 'b', 0, false, false, now(), now() from volunteer where id = :id
                """)) {
            office.inside(() ->
                    office.jdbc.sql(sql).param("id", volunteer.id().value()).update());
        }
    }

    private static String waysLeft(Volunteer volunteer) {
        return office.inside(() -> office.jdbc
                .sql("""
                        select concat_ws(' ', (select count(*) from volunteer_link where volunteer = :id),
                                         (select count(*) from pairing_ask),
                                         (select count(*) from volunteer_passkey where volunteer = :id))
                        """)
                .param("id", volunteer.id().value())
                .query(String.class)
                .single());
    }

    @Test
    void aRequestIsClosedAndOpenedAgainWithAReason() {
        SupportRequest request = office.town.requests().get(8);
        Subject subject = Subject.of(request.id());

        StatusChange closed = office.inside(() -> office.requests.close(
                request.id(), StatusReason.MOVED_AWAY, office.history.last(subject), office.noor));
        boolean open = office.inside(() -> new SupportRequests(office.jdbc).open(request.id()));
        StatusChange outdated =
                office.inside(() -> office.requests.reopen(request.id(), StatusReason.OTHER, 0, office.noor));
        StatusChange opened = office.inside(() -> office.requests.reopen(
                request.id(), StatusReason.NEEDED_AGAIN, office.history.last(subject), office.noor));

        assertThat(List.of(closed, outdated, opened))
                .containsExactly(StatusChange.DONE, StatusChange.OUTDATED, StatusChange.DONE);
        assertThat(open).isFalse();
        assertThat(office.inside(() -> new SupportRequests(office.jdbc).open(request.id())))
                .isTrue();
        assertThat(office.inside(() -> office.history.since(subject, 0)))
                .extracting(Office::said)
                .contains(
                        "V00008 closed_on: - > 2026-03-17 by Noor PAGE",
                        "V00008 status_reason: MOVED_AWAY > NEEDED_AGAIN by Noor PAGE");
    }
}
