package nl.koppelwerk.data.imports.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.koppelwerk.data.format.Gathered;
import nl.koppelwerk.data.format.Row;
import nl.koppelwerk.data.format.WrongFileException;
import nl.koppelwerk.domain.family.Household;
import nl.koppelwerk.domain.family.Urgency;
import nl.koppelwerk.domain.place.Postcode;
import nl.koppelwerk.domain.programme.Need;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.domain.programme.ProgrammeId;
import nl.koppelwerk.domain.programme.SupportKind;
import nl.koppelwerk.domain.volunteer.Gender;
import nl.koppelwerk.domain.volunteer.Volunteer;
import nl.koppelwerk.domain.week.DayParts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowsTest {
    private static final Reading READING = new Reading(
            new OrganisationId(new UUID(3, 5)),
            Map.of(
                    "maatje",
                    new Reading.KnownProgramme(new ProgrammeId(new UUID(7, 11)), "MAATJE", Set.of(SupportKind.BUDDY))),
            Set.of(new Postcode(3011), new Postcode(3025)),
            LocalDate.of(2026, 11, 21));

    @TempDir
    Path folder = Path.of("");

    @Test
    void dutchAndEnglishSayTheSame() throws IOException, WrongFileException {
        FamilyLine dutch = good("""
                gezinsnummer;gezin;postcode;huishouden;kinderen;talen;huisdieren;steunvraag;programma;soort;hulpvragen;\
                uren per week;dagdelen per week;dagdelen;alleen vrouw;maximale afstand km;urgentie;wacht sinds;zwaar
                17;Gezin Maanbrug;3011 AB;eenoudergezin;2014, 2019;Turks C2, Nederlands A1;ja;17-2;maatje;Maatje;\
                schulden, Nederlandse taal;2,5;2;ma-ochtend woensdagmiddag, zo avond;nee;3,5;Hoog;21-9-2026;JA
                """);
        FamilyLine english = good("""
                Kind,Family reference,Family name,Postcode,Household,Children birth years,Languages,Pets,Request reference,\
                Programme,Needs,Hours per week,Day parts per week,Day parts,Woman only,Maximum distance km,Urgency,\
                Waiting since,Heavy
                buddy,17,Gezin Maanbrug,3011,single parent,2014 2019,"Turkish:C2, dut:a1",yes,17-2,MAATJE,\
                finance|Dutch language,2.5,2,"mon-morning Wednesday afternoon, sun-evening",no,3.5 km,high,2026-09-21,true
                """);

        assertThat(english).isEqualTo(dutch);
        assertThat(dutch.family().household()).isEqualTo(Household.SINGLE_PARENT);
        assertThat(dutch.family().languages()).hasToString("nld:A1 tur:C2");
        assertThat(dutch.request().orElseThrow().needs()).containsExactlyInAnyOrder(Need.FINANCE, Need.DUTCH_LANGUAGE);
        assertThat(dutch.request().orElseThrow().dayParts())
                .isEqualTo(DayParts.parse("mon-morning wed-afternoon sun-evening"));
        assertThat(dutch.request().orElseThrow().wishes().maximumDistanceMetres())
                .contains(3_500);
        assertThat(dutch.request().orElseThrow().urgency()).isEqualTo(Urgency.HIGH);
        assertThat(dutch.request().orElseThrow().hoursPerWeek()).hasToString("2.5");
        assertThat(dutch.request().orElseThrow().waitingSince()).isEqualTo("2026-09-21");
        assertThat(dutch.request().orElseThrow().heavy()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gezinsnummer |                 | required",
                "postcode     | 30111           | postcode-form",
                "postcode     | 3012 AB         | postcode-unknown",
                "talen        | Turks           | language-form",
                "talen        | Elfs C2         | language-unknown",
                "talen        | Turks C3        | language-form",
                "kinderen     | 2014 19         | birth-year",
                "kinderen     | 2031            | birth-year",
                "programma    | STEUN           | programme-unknown",
                "soort        | steungezin      | programme-kind",
                "soort        | oppas           | word-unknown",
                "hulpvragen   | geld, toveren   | one-unknown",
                "uren         | veel            | number-form",
                "uren         | 0               | number-range",
                "uren         | 2,3             | quarters",
                "dagdelen     | woensdag        | day-parts",
                "dagdelen     | soms            | day-parts",
                "per_week     | 3               | too-few-day-parts",
                "per_week     | 1,5             | whole-number",
                "wacht_sinds  | 31-2-2026       | date-form",
                "wacht_sinds  | gisteren        | date-form",
                "wacht_sinds  | 21-11-2027      | date-later",
                "wacht_sinds  | 1-1-1026        | date-range",
                "gezin        | #N/B            | spreadsheet-error",
                "zwaar        | misschien       | word-unknown",
            })
    void aWrongCellIsRefusedWithItsReason(String column, String value, String reason)
            throws IOException, WrongFileException {
        String names = "gezinsnummer;gezin;postcode;kinderen;talen;programma;soort;hulpvragen;uren;per_week;dagdelen;"
                + "wacht_sinds;zwaar";
        String cells = "17;Gezin;3011;2014;Turks C2;MAATJE;maatje;geld;2,5;2;woensdagmiddag ma-avond;1-9-2026;nee";
        String[] row = cells.split(";", -1);
        row[List.of(names.split(";", -1)).indexOf(column)] = value == null ? "" : value;
        String table = names.replace("uren", "uren_per_week").replace(";per_week", ";dagdelen_per_week");

        RowResult<FamilyLine> result = FamilyLine.read(row(table + "\n" + String.join(";", row) + "\n"), READING);

        assertThat(result)
                .isInstanceOfSatisfying(
                        RowResult.Bad.class,
                        bad -> assertThat(((List<Problem>) ((RowResult.Bad<?>) bad).problems()))
                                .extracting(problem -> problem.reason().key())
                                .containsOnlyOnce("problem." + reason));
    }

    @Test
    void aVolunteerIsReadWithAllColumns() throws IOException, WrongFileException {
        String table = """
                vrijwilligersnummer;naam;soort;programma's;postcode;straat;school;geslacht;talen;kan helpen met;\
                beschikbaar;bevestigd;uren per week;gezinnen hoogstens;reisafstand km;leeftijd kind vanaf;\
                leeftijd kind tot en met;kinderen hoogstens;zware vragen;geen huisdieren;liever niet;huisdieren;VOG;\
                training gedaan;jaren ervaring;actief
                V7;Noor Zeilhof;buddy;MAATJE;3025;Maanweg;De Wolkenboot;v;nld:C1 pol:B2;werk, opleiding;di-avond;\
                3-11-2026;6;2;4,5;2;16;3;nee;ja;gezondheid;ja;12 maart 2025;ja;4;nee
                """;

        RowResult<Volunteer> result = VolunteerLine.read(row(table), READING);

        assertThat(result).isInstanceOf(RowResult.Good.class);
        Volunteer volunteer = ((RowResult.Good<Volunteer>) result).line();
        assertThat(volunteer.gender()).isEqualTo(Gender.WOMAN);
        assertThat(volunteer.skills()).containsExactlyInAnyOrder(Need.WORK, Need.EDUCATION);
        assertThat(volunteer.availabilityConfirmed()).contains(LocalDate.of(2026, 11, 3));
        assertThat(volunteer.screened()).contains(LocalDate.of(2025, 3, 12));
        assertThat(volunteer.travelLimitMetres()).isEqualTo(4_500);
        assertThat(volunteer.limits().childAgeMax()).isEqualTo(16);
        assertThat(volunteer.limits().heavyCases()).isFalse();
        assertThat(volunteer.limits().notThese()).containsExactly(Need.HEALTH);
        assertThat(volunteer.experienceYears()).isEqualTo(4);
        assertThat(volunteer.active()).isFalse();
    }

    private FamilyLine good(String table) throws IOException, WrongFileException {
        RowResult<FamilyLine> result = FamilyLine.read(row(table), READING);
        assertThat(result).isInstanceOf(RowResult.Good.class);
        return ((RowResult.Good<FamilyLine>) result).line();
    }

    private Row row(String table) throws IOException, WrongFileException {
        Path file = Files.writeString(folder.resolve("t.csv"), table);
        return Gathered.rowsOf(file, List.of(FamilyTable.SPEC, VolunteerTable.SPEC))
                .getFirst();
    }
}
