package nl.koppelwerk.data.imports.row;

import java.util.List;
import nl.koppelwerk.data.format.Column;
import nl.koppelwerk.data.format.TableSpec;

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
            List.of(NAME, POSTCODE, STREET, SCHOOL, HOUSEHOLD, CHILDREN, LANGUAGES, PETS);

    public static final TableSpec SPEC = new TableSpec(
            "gezinnen",
            List.of(
                    REFERENCE,
                    NAME,
                    POSTCODE,
                    STREET,
                    SCHOOL,
                    HOUSEHOLD,
                    CHILDREN,
                    LANGUAGES,
                    PETS,
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
                    TRAINING),
            true);

    private FamilyTable() {}
}
