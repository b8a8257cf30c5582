package nl.koppelwerk.data.imports.row;

import static nl.koppelwerk.data.imports.row.VolunteerTable.*;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import nl.koppelwerk.data.format.Row;
import nl.koppelwerk.domain.programme.Need;
import nl.koppelwerk.domain.programme.ProgrammeId;
import nl.koppelwerk.domain.programme.SupportKind;
import nl.koppelwerk.domain.volunteer.Gender;
import nl.koppelwerk.domain.volunteer.Limits;
import nl.koppelwerk.domain.volunteer.Volunteer;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.domain.week.Hours;

/** One row of the table of volunteers. */
public final class VolunteerLine {
    private static final int MOST_QUARTERS = 160;

    private VolunteerLine() {}

    public static RowResult<Volunteer> read(Row row, Reading reading) {
        Fields fields = new Fields(row, reading.today());
        String reference = fields.requiredText(REFERENCE);
        SupportKind kind = fields.requiredWord(KIND, Words.KIND, SupportKind.BUDDY);
        Volunteer volunteer = new Volunteer(
                new VolunteerId(reading.id("volunteer", reference)),
                reading.organisation(),
                reference,
                fields.requiredText(NAME),
                kind,
                programmes(row, fields, reading, kind),
                Set.of(),
                fields.postcode(POSTCODE, reading.postcodes()),
                fields.text(STREET),
                fields.text(SCHOOL),
                fields.requiredWord(GENDER, Words.GENDER, Gender.OTHER),
                fields.requiredLanguages(LANGUAGES),
                fields.words(SKILLS, Words.NEED, Need.class),
                fields.dayParts(AVAILABILITY),
                fields.date(CONFIRMED, false),
                new Hours(fields.requiredNumber(HOURS, 4, 0, MOST_QUARTERS)),
                fields.number(FAMILIES, 1, 0, 20).orElse(1),
                fields.requiredNumber(TRAVEL, 1000, 0, 100_000),
                limits(fields),
                fields.yes(PETS, false),
                fields.date(SCREENED, false),
                fields.yes(TRAINED, false),
                fields.number(EXPERIENCE, 1, 0, 80).orElse(0),
                fields.yes(ACTIVE, true),
                fields.email(EMAIL));
        return fields.result(volunteer);
    }

    private static Set<ProgrammeId> programmes(Row row, Fields fields, Reading reading, SupportKind kind) {
        Set<ProgrammeId> programmes = new HashSet<>();
        fields.requiredText(PROGRAMMES);
        for (String code : row.cell(PROGRAMMES).split("[\\s,;|]+", -1)) {
            Optional<Reading.KnownProgramme> programme = reading.programme(code);
            if (programme.isPresent() && programme.get().kinds().contains(kind)) {
                programmes.add(programme.get().id());
            } else if (programme.isPresent()) {
                fields.problem(
                        KIND,
                        "programme-kind",
                        programme.get().code(),
                        Words.KIND.write(kind),
                        Words.KIND.writeEnglish(kind));
            } else if (!code.isEmpty()) {
                fields.problem(PROGRAMMES, "programme-unknown", reading.programmeCodes());
            }
        }
        return programmes;
    }

    private static Limits limits(Fields fields) {
        int youngest = fields.number(AGE_MIN, 1, 0, 25).orElse(Limits.NONE.childAgeMin());
        int oldest = fields.number(AGE_MAX, 1, 0, 25).orElse(Limits.NONE.childAgeMax());
        if (oldest < youngest) {
            fields.problem(AGE_MAX, "age-order", Integer.toString(youngest));
            oldest = youngest;
        }
        return new Limits(
                youngest,
                oldest,
                fields.number(CHILDREN, 1, 0, 20).orElse(Limits.NONE.maximumChildren()),
                fields.yes(HEAVY_CASES, true),
                fields.yes(PETS_UNWELCOME, false),
                fields.words(NOT_THESE, Words.NEED, Need.class));
    }
}
