package nl.koppelwerk.data.imports.row;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.koppelwerk.data.format.Column;
import nl.koppelwerk.data.format.TableSpec;
import nl.koppelwerk.domain.family.Family;
import nl.koppelwerk.domain.family.SupportRequest;

/**
 * The table of families with their requests. One row is one request; a family with two requests has two rows, on which its
 * own columns say the same.
 */
public final class FamilyTable {
    public static final Column REFERENCE = Column.required("gezinsnummer", "family_reference", "gezin nr", "family");
    public static final Column NAME = Column.required("gezin", "family_name", "naam", "name", "gezinsnaam");
    public static final Column POSTCODE = Column.required("postcode", "postcode", "postal_code", "zip");
    public static final Column STREET = Column.optional("straat", "street");
    public static final Column SCHOOL = Column.optional("school", "school");
    public static final Column HOUSEHOLD = Column.optional("huishouden", "household");
    public static final Column CHILDREN =
            Column.optional("geboortejaren_kinderen", "children_birth_years", "kinderen", "children");
    public static final Column LANGUAGES = Column.required("talen", "languages");
    public static final Column PETS = Column.optional("huisdieren", "pets");
    public static final Column EMAIL = Column.optional("e-mailadres", "email", "mail", "e-mail address");
    public static final Column REQUEST = Column.optional("steunvraag", "request_reference", "request", "vraagnummer");
    public static final Column PROGRAMME = Column.required("programma", "programme", "program");
    public static final Column KIND = Column.required("soort", "kind", "soort hulp");
    public static final Column NEEDS = Column.required("hulpvragen", "needs");
    public static final Column HOURS = Column.required("uren_per_week", "hours_per_week");
    public static final Column DAY_PARTS_PER_WEEK = Column.optional("dagdelen_per_week", "day_parts_per_week");
    public static final Column DAY_PARTS = Column.required("dagdelen", "day_parts");
    public static final Column WOMAN_ONLY = Column.optional("alleen_vrouw", "woman_only");
    public static final Column PETS_UNWELCOME = Column.optional("geen_huisdieren", "no_pets");
    public static final Column OTHER_STREET = Column.optional("andere_straat", "other_street");
    public static final Column OTHER_SCHOOL = Column.optional("andere_school", "other_school");
    public static final Column DISTANCE = Column.optional("maximale_afstand_km", "maximum_distance_km");
    public static final Column URGENCY = Column.optional("urgentie", "urgency");
    public static final Column WAITING_SINCE = Column.required("wacht_sinds", "waiting_since");
    public static final Column HEAVY = Column.optional("zwaar", "heavy");
    public static final Column TRAINING = Column.optional("training_nodig", "training_needed");

    /** Columns of the family itself, the same on each of its rows. */
    public static final List<Column> OF_THE_FAMILY =
            List.of(NAME, POSTCODE, STREET, SCHOOL, HOUSEHOLD, CHILDREN, LANGUAGES, PETS, EMAIL);

    /** Columns of one request. */
    public static final List<Column> OF_THE_REQUEST = List.of(
            REQUEST,
            PROGRAMME,
            KIND,
            NEEDS,
            HOURS,
            DAY_PARTS_PER_WEEK,
            DAY_PARTS,
            WOMAN_ONLY,
            PETS_UNWELCOME,
            OTHER_STREET,
            OTHER_SCHOOL,
            DISTANCE,
            URGENCY,
            WAITING_SINCE,
            HEAVY,
            TRAINING);

    public static final TableSpec SPEC = new TableSpec(
            "gezinnen",
            Stream.of(List.of(REFERENCE), OF_THE_FAMILY, OF_THE_REQUEST)
                    .flatMap(List::stream)
                    .toList(),
            true);

    private FamilyTable() {}

    /** The family as its columns say it; {@link FamilyLine} reads the same family from them. */
    public static Map<Column, String> cells(Family family) {
        Map<Column, String> cells = new HashMap<>();
        cells.put(REFERENCE, family.reference());
        cells.put(NAME, family.name());
        cells.put(POSTCODE, family.postcode().toString());
        cells.put(STREET, family.street().orElse(""));
        cells.put(SCHOOL, family.school().orElse(""));
        cells.put(HOUSEHOLD, Words.HOUSEHOLD.write(family.household()));
        cells.put(
                CHILDREN,
                family.children().stream()
                        .map(child -> Integer.toString(child.birthYear()))
                        .collect(Collectors.joining(" ")));
        cells.put(LANGUAGES, family.languages().toString());
        cells.put(PETS, Words.yesNo(family.pets()));
        cells.put(EMAIL, family.email().orElse(""));
        return cells;
    }

    /**
     * The request as its columns say it.
     *
     * @param programme its code
     */
    public static Map<Column, String> cells(SupportRequest request, String programme) {
        Map<Column, String> cells = new HashMap<>();
        cells.put(REQUEST, request.reference());
        cells.put(PROGRAMME, programme);
        cells.put(KIND, Words.KIND.write(request.kind()));
        cells.put(NEEDS, Words.writeNeeds(request.needs()));
        cells.put(HOURS, Numbers.write(request.hoursPerWeek().quarters(), 4));
        cells.put(DAY_PARTS_PER_WEEK, Integer.toString(request.dayPartsPerWeek()));
        cells.put(DAY_PARTS, DayPartWords.write(request.dayParts()));
        cells.put(WOMAN_ONLY, Words.yesNo(request.wishes().womanOnly()));
        cells.put(PETS_UNWELCOME, Words.yesNo(request.wishes().petsUnwelcome()));
        cells.put(OTHER_STREET, Words.yesNo(request.wishes().otherStreet()));
        cells.put(OTHER_SCHOOL, Words.yesNo(request.wishes().otherSchool()));
        cells.put(
                DISTANCE,
                request.wishes()
                        .maximumDistanceMetres()
                        .map(metres -> Numbers.write(metres, 1000))
                        .orElse(""));
        cells.put(URGENCY, Words.URGENCY.write(request.urgency()));
        cells.put(WAITING_SINCE, Dates.write(request.waitingSince()));
        cells.put(HEAVY, Words.yesNo(request.heavy()));
        cells.put(TRAINING, Words.yesNo(request.trainingNeeded()));
        return cells;
    }
}
