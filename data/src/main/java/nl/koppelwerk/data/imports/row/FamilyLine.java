package nl.koppelwerk.data.imports.row;

import static nl.koppelwerk.data.imports.row.FamilyTable.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.koppelwerk.data.format.Row;
import nl.koppelwerk.domain.family.Child;
import nl.koppelwerk.domain.family.Family;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.family.Household;
import nl.koppelwerk.domain.family.SupportRequest;
import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.domain.family.Urgency;
import nl.koppelwerk.domain.family.Wishes;
import nl.koppelwerk.domain.programme.Need;
import nl.koppelwerk.domain.programme.ProgrammeId;
import nl.koppelwerk.domain.programme.SupportKind;
import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.domain.week.Hours;

/** One row of the table of families: a family and one of its requests, or a family that asks for nothing now. */
public record FamilyLine(Family family, Optional<SupportRequest> request) {
    private static final int MOST_CHILDREN = 20;
    private static final int MOST_QUARTERS = 160;

    public static RowResult<FamilyLine> read(Row row, Reading reading) {
        Fields fields = new Fields(row, reading.today());
        Family family = family(row, fields, reading);
        boolean asks = FamilyTable.OF_THE_REQUEST.stream()
                .anyMatch(column -> !row.cell(column).isEmpty());
        Optional<SupportRequest> request = asks ? Optional.of(request(row, fields, reading, family)) : Optional.empty();
        return fields.result(new FamilyLine(family, request));
    }

    /** Reads the columns of the family only. */
    public static RowResult<Family> readFamily(Row row, Reading reading) {
        Fields fields = new Fields(row, reading.today());
        return fields.result(family(row, fields, reading));
    }

    /** Reads the columns of a request only. */
    public static RowResult<SupportRequest> readRequest(Row row, Reading reading, Family family) {
        Fields fields = new Fields(row, reading.today());
        return fields.result(request(row, fields, reading, family));
    }

    private static Family family(Row row, Fields fields, Reading reading) {
        String reference = fields.requiredText(REFERENCE);
        return new Family(
                new FamilyId(reading.id("family", reference)),
                reading.organisation(),
                reference,
                fields.requiredText(NAME),
                fields.postcode(POSTCODE, reading.postcodes()),
                fields.text(STREET),
                fields.text(SCHOOL),
                fields.word(HOUSEHOLD, Words.HOUSEHOLD).orElse(Household.OTHER),
                children(row, fields, reading.today().getYear()),
                fields.requiredLanguages(LANGUAGES),
                fields.yes(PETS, false),
                fields.email(EMAIL));
    }

    private static List<Child> children(Row row, Fields fields, int thisYear) {
        List<Child> children = new ArrayList<>();
        for (String year : row.cell(CHILDREN).split("[\\s,;|/]+", -1)) {
            if (year.isEmpty()) {
                continue;
            }
            int birthYear = year.matches("[0-9]{4}") ? Integer.parseInt(year) : 0;
            if (birthYear < 1990 || birthYear > thisYear + 1) {
                fields.problem(CHILDREN, "birth-year", CellText.shown(year), Integer.toString(thisYear + 1));
                return List.of();
            }
            children.add(new Child(birthYear));
        }
        if (children.size() > MOST_CHILDREN) {
            fields.problem(CHILDREN, "too-many-children", Integer.toString(MOST_CHILDREN));
        }
        return children;
    }

    private static SupportRequest request(Row row, Fields fields, Reading reading, Family family) {
        SupportKind kind = fields.requiredWord(KIND, Words.KIND, SupportKind.BUDDY);
        Optional<Reading.KnownProgramme> programme = programme(row, fields, reading, kind);
        String code = programme.map(Reading.KnownProgramme::code).orElse("?");
        String reference = fields.text(REQUEST).orElse(family.reference() + "-" + code);
        Set<Need> needs = fields.words(NEEDS, Words.NEED, Need.class);
        if (row.cell(NEEDS).isEmpty()) {
            fields.problem(NEEDS, "required");
        }
        int dayPartsPerWeek = fields.number(DAY_PARTS_PER_WEEK, 1, 1, 28).orElse(1);
        return new SupportRequest(
                new SupportRequestId(reading.id("request", reference)),
                reading.organisation(),
                family.id(),
                reference,
                programme.map(Reading.KnownProgramme::id).orElse(new ProgrammeId(new UUID(0, 0))),
                kind,
                needs,
                new Hours(fields.requiredNumber(HOURS, 4, 1, MOST_QUARTERS)),
                dayPartsPerWeek,
                dayParts(row, fields, dayPartsPerWeek),
                wishes(fields),
                fields.word(URGENCY, Words.URGENCY).orElse(Urgency.NORMAL),
                fields.requiredDate(WAITING_SINCE),
                fields.yes(HEAVY, false),
                fields.yes(TRAINING, false));
    }

    private static Optional<Reading.KnownProgramme> programme(
            Row row, Fields fields, Reading reading, SupportKind kind) {
        if (fields.requiredText(PROGRAMME).equals("?")) {
            return Optional.empty();
        }
        Optional<Reading.KnownProgramme> programme = reading.programme(row.cell(PROGRAMME));
        if (programme.isEmpty()) {
            fields.problem(PROGRAMME, "programme-unknown", reading.programmeCodes());
        } else if (!programme.get().kinds().contains(kind)) {
            fields.problem(
                    KIND,
                    "programme-kind",
                    programme.get().code(),
                    Words.KIND.write(kind),
                    Words.KIND.writeEnglish(kind));
        }
        return programme;
    }

    private static DayParts dayParts(Row row, Fields fields, int perWeek) {
        DayParts parts = fields.dayParts(DAY_PARTS);
        if (row.cell(DAY_PARTS).isEmpty()) {
            fields.problem(DAY_PARTS, "required");
        } else if (!parts.isEmpty() && parts.size() < perWeek) {
            fields.problem(DAY_PARTS, "too-few-day-parts", Integer.toString(parts.size()), Integer.toString(perWeek));
        }
        return parts;
    }

    private static Wishes wishes(Fields fields) {
        return new Wishes(
                fields.yes(WOMAN_ONLY, false),
                fields.yes(PETS_UNWELCOME, false),
                fields.yes(OTHER_STREET, false),
                fields.yes(OTHER_SCHOOL, false),
                fields.number(DISTANCE, 1000, 0, 100_000));
    }
}
