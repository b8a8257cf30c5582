package nl.koppelwerk.data.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.data.imports.row.FamilyTable;
import nl.koppelwerk.data.view.person.FamilyEntry;
import nl.koppelwerk.data.view.person.FamilyViews;
import nl.koppelwerk.data.view.person.Search;
import nl.koppelwerk.data.view.person.VolunteerEntry;
import nl.koppelwerk.data.view.person.VolunteerViews;
import nl.koppelwerk.domain.family.Family;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(DatabaseExtension.class)
class SearchTest {
    private static Office office;

    @BeforeAll
    static void open(TestDatabase database) {
        office = new Office(database, "searching", 37, 23);
        rename(3, "Gezin Yilmaz");
        rename(9, "Familie El Amrani");
        rename(17, "Gezin Müller");
    }

    private static void rename(int number, String name) {
        Family family = office.town.families().get(number);
        var cells = new java.util.HashMap<>(FamilyTable.cells(family));
        cells.put(FamilyTable.NAME, name);
        assertThat(office.inside(() -> office.families.change(family.id(), cells, Long.MAX_VALUE, office.noor)))
                .isInstanceOf(Kept.Done.class);
    }

    private static List<FamilyEntry> found(Search search) {
        return office.inside(
                () -> new FamilyViews(office.jdbc).list(search, 1, 50).items());
    }

    @ParameterizedTest
    @CsvSource({
        "Yilmas, G00003",
        "yilmaz, G00003",
        "Yılmaz, G00003",
        "ylmaz, G00003",
        "amrani, G00009",
        "El Amrany, G00009",
        "Muller, G00017",
        "Mueller, G00017",
        "g00021, G00021"
    })
    void aNameThatIsNearlyRightFindsTheFamilyFirst(String text, String reference) {
        assertThat(found(new Search(text, "", "", "", "")))
                .first()
                .extracting(FamilyEntry::reference)
                .isEqualTo(reference);
    }

    @ParameterizedTest
    @CsvSource({"Xyzzy, 0", "3117, 12", "3117 AB, 12", "%, 0", "_, 0", "G000, 37"})
    void otherTextsFindWhatTheySay(String text, int number) {
        assertThat(found(new Search(text, "", "", "", ""))).hasSize(number);
    }

    @Test
    void theAuditLogGetsNoTextOfASearchAndNoChoiceThatIsNone() {
        assertThat(new Search("Kanarie", "tur", "MAATJE", "BUDDY", "waiting").used())
                .isEqualTo(Map.of(
                        "text", "yes", "language", "tur", "programme", "MAATJE", "kind", "BUDDY", "state", "waiting"));
        assertThat(new Search("", "kanarie", "Kanarie Zwartkop", "Kanarie", "kanarie").used())
                .isEqualTo(Map.of("language", "?", "programme", "?", "kind", "?", "state", "?"));
    }

    @Test
    void filtersNarrowTheList() {
        assertThat(found(new Search("", "tur", "", "", ""))).hasSize(19);
        assertThat(found(new Search("", "", "MAATJE", "", ""))).hasSize(37);
        assertThat(found(new Search("", "", "STEUN", "", ""))).isEmpty();
        assertThat(found(new Search("", "", "", "", "waiting"))).hasSize(37);
        assertThat(found(new Search("", "", "", "", "paired"))).isEmpty();
        assertThat(found(new Search("", "", "", "", "quiet"))).isEmpty();
    }

    @Test
    void aVolunteerWhoPausesOrStopsIsFoundAsSuch() {
        VolunteerId paused = office.town.volunteers().get(5).id();
        VolunteerId stopped = office.town.volunteers().get(7).id();
        office.inside(() -> office.pausing.pause(
                paused,
                AbsenceReason.HOLIDAY,
                java.util.Optional.of(java.time.LocalDate.of(2026, 4, 20)),
                Long.MAX_VALUE,
                office.noor));
        office.inside(() -> office.pausing.stop(stopped, AbsenceReason.MOVED_AWAY, Long.MAX_VALUE, office.noor));

        assertThat(volunteers("paused")).extracting(VolunteerEntry::id).containsExactly(paused);
        assertThat(volunteers("stopped")).extracting(VolunteerEntry::id).containsExactly(stopped);
        assertThat(volunteers("active")).hasSize(21);
        assertThat(volunteers("free")).hasSize(21);
        office.inside(() -> office.pausing.resume(paused, Long.MAX_VALUE, office.noor));
        assertThat(volunteers("paused")).isEmpty();
    }

    private static List<VolunteerEntry> volunteers(String state) {
        return office.inside(() -> new VolunteerViews(office.jdbc)
                .list(new Search("", "", "", "", state), 1, 50)
                .items());
    }
}
