package nl.koppelwerk.data.imports.row;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.koppelwerk.data.format.Column;
import nl.koppelwerk.data.format.TableSpec;
import nl.koppelwerk.domain.programme.ProgrammeId;
import nl.koppelwerk.domain.volunteer.Limits;
import nl.koppelwerk.domain.volunteer.Volunteer;

/** The table of volunteers, one row each. */
public final class VolunteerTable {
    public static final Column REFERENCE =
            Column.required("vrijwilligersnummer", "volunteer_reference", "vrijwilliger", "volunteer");
    public static final Column NAME = Column.required("naam", "name");
    public static final Column KIND = Column.required("soort", "kind", "soort hulp");
    public static final Column PROGRAMMES = Column.required("programmas", "programmes", "programma", "programme");
    public static final Column POSTCODE = Column.required("postcode", "postcode", "postal_code", "zip");
    public static final Column STREET = Column.optional("straat", "street");
    public static final Column SCHOOL = Column.optional("school", "school");
    public static final Column GENDER = Column.required("geslacht", "gender");
    public static final Column LANGUAGES = Column.required("talen", "languages");
    public static final Column SKILLS = Column.required("kan_helpen_met", "skills");
    public static final Column AVAILABILITY = Column.required("beschikbaar", "availability", "dagdelen", "day_parts");
    public static final Column CONFIRMED =
            Column.optional("beschikbaarheid_bevestigd", "availability_confirmed", "bevestigd", "confirmed");
    public static final Column HOURS = Column.required("uren_per_week", "hours_per_week");
    public static final Column FAMILIES = Column.optional("gezinnen_hoogstens", "maximum_families");
    public static final Column TRAVEL = Column.required("reisafstand_km", "travel_limit_km");
    public static final Column AGE_MIN = Column.optional("leeftijd_kind_vanaf", "child_age_min");
    public static final Column AGE_MAX = Column.optional("leeftijd_kind_tot_en_met", "child_age_max");
    public static final Column CHILDREN = Column.optional("kinderen_hoogstens", "maximum_children");
    public static final Column HEAVY_CASES = Column.optional("zware_vragen", "heavy_cases");
    public static final Column PETS_UNWELCOME = Column.optional("geen_huisdieren", "no_pets");
    public static final Column NOT_THESE = Column.optional("liever_niet", "not_these");
    public static final Column PETS = Column.optional("huisdieren", "pets");
    public static final Column SCREENED = Column.optional("vog", "screened", "vog_datum", "screening_date");
    public static final Column TRAINED = Column.optional("training_gedaan", "trained", "training");
    public static final Column EXPERIENCE = Column.optional("jaren_ervaring", "experience_years");
    public static final Column ACTIVE = Column.optional("actief", "active");

    public static final Column EMAIL = Column.optional("e-mailadres", "email", "mail", "e-mail address");

    public static final TableSpec SPEC = new TableSpec(
            "vrijwilligers",
            List.of(
                    REFERENCE,
                    NAME,
                    KIND,
                    PROGRAMMES,
                    POSTCODE,
                    STREET,
                    SCHOOL,
                    GENDER,
                    LANGUAGES,
                    SKILLS,
                    AVAILABILITY,
                    CONFIRMED,
                    HOURS,
                    FAMILIES,
                    TRAVEL,
                    AGE_MIN,
                    AGE_MAX,
                    CHILDREN,
                    HEAVY_CASES,
                    PETS_UNWELCOME,
                    NOT_THESE,
                    PETS,
                    SCREENED,
                    TRAINED,
                    EXPERIENCE,
                    ACTIVE,
                    EMAIL),
            true);

    private VolunteerTable() {}

    /**
     * The volunteer as the columns say it; {@link VolunteerLine} reads the same volunteer from them.
     *
     * @param codes of all programmes
     */
    public static Map<Column, String> cells(Volunteer volunteer, Map<ProgrammeId, String> codes) {
        Map<Column, String> cells = new HashMap<>();
        cells.put(REFERENCE, volunteer.reference());
        cells.put(NAME, volunteer.name());
        cells.put(KIND, Words.KIND.write(volunteer.kind()));
        cells.put(
                PROGRAMMES,
                volunteer.programmes().stream()
                        .map(programme -> codes.getOrDefault(programme, ""))
                        .sorted()
                        .collect(Collectors.joining(" ")));
        cells.put(POSTCODE, volunteer.postcode().toString());
        cells.put(STREET, volunteer.street().orElse(""));
        cells.put(SCHOOL, volunteer.school().orElse(""));
        cells.put(GENDER, Words.GENDER.write(volunteer.gender()));
        cells.put(LANGUAGES, volunteer.languages().toString());
        cells.put(SKILLS, Words.writeNeeds(volunteer.skills()));
        cells.put(AVAILABILITY, DayPartWords.write(volunteer.availability()));
        cells.put(CONFIRMED, volunteer.availabilityConfirmed().map(Dates::write).orElse(""));
        cells.put(HOURS, Numbers.write(volunteer.hoursPerWeek().quarters(), 4));
        cells.put(FAMILIES, Integer.toString(volunteer.maximumFamilies()));
        cells.put(TRAVEL, Numbers.write(volunteer.travelLimitMetres(), 1000));
        cells.put(PETS, Words.yesNo(volunteer.pets()));
        cells.put(SCREENED, volunteer.screened().map(Dates::write).orElse(""));
        cells.put(TRAINED, Words.yesNo(volunteer.trained()));
        cells.put(EXPERIENCE, Integer.toString(volunteer.experienceYears()));
        cells.put(ACTIVE, Words.yesNo(volunteer.active()));
        cells.put(EMAIL, volunteer.email().orElse(""));
        cells.putAll(cells(volunteer.limits()));
        return cells;
    }

    private static Map<Column, String> cells(Limits limits) {
        return Map.of(
                AGE_MIN, Integer.toString(limits.childAgeMin()),
                AGE_MAX, Integer.toString(limits.childAgeMax()),
                CHILDREN, Integer.toString(limits.maximumChildren()),
                HEAVY_CASES, Words.yesNo(limits.heavyCases()),
                PETS_UNWELCOME, Words.yesNo(limits.petsUnwelcome()),
                NOT_THESE, Words.writeNeeds(limits.notThese()));
    }
}
