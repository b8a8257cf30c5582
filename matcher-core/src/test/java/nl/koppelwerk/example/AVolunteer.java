package nl.koppelwerk.example;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.koppelwerk.domain.language.Languages;
import nl.koppelwerk.domain.place.Postcode;
import nl.koppelwerk.domain.programme.Need;
import nl.koppelwerk.domain.programme.ProgrammeId;
import nl.koppelwerk.domain.programme.SupportKind;
import nl.koppelwerk.domain.volunteer.Gender;
import nl.koppelwerk.domain.volunteer.Limits;
import nl.koppelwerk.domain.volunteer.Volunteer;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.domain.week.Hours;

/**
 * Builds a volunteer; left alone a buddy of programme MAATJE at 3021 who can do everything for one family: 4 hours, on
 * Wednesday afternoon and Saturday morning, Dutch, within 10 km, screened and confirmed in 2026.
 */
public final class AVolunteer {
    private final String reference;
    private SupportKind kind = SupportKind.BUDDY;
    private Set<String> programmes = Set.of("MAATJE");
    private Set<String> lentTo = Set.of();
    private int postcode = 3021;
    private Optional<String> street = Optional.empty();
    private Optional<String> school = Optional.empty();
    private Gender gender = Gender.WOMAN;
    private Languages languages = Languages.parse("nld:C2");
    private Set<Need> skills = Set.of(Need.values());
    private DayParts availability = DayParts.parse("wed-afternoon sat-morning");
    private Optional<LocalDate> confirmed = Optional.of(LocalDate.of(2026, 10, 3));
    private Hours hours = new Hours(16);
    private int maximumFamilies = 1;
    private int travelLimitMetres = 10_000;
    private Limits limits = Limits.NONE;
    private boolean pets;
    private Optional<LocalDate> screened = Optional.of(LocalDate.of(2026, 2, 14));
    private boolean trained = true;
    private int experienceYears = 2;
    private boolean active = true;

    private AVolunteer(String reference) {
        this.reference = reference;
    }

    public static AVolunteer aVolunteer() {
        return aVolunteer("W-1");
    }

    public static AVolunteer aVolunteer(String reference) {
        return new AVolunteer(reference);
    }

    public AVolunteer kind(SupportKind given) {
        kind = given;
        return this;
    }

    public AVolunteer in(String... programmeCodes) {
        programmes = Set.of(programmeCodes);
        return this;
    }

    public AVolunteer lentTo(String... programmeCodes) {
        lentTo = Set.of(programmeCodes);
        return this;
    }

    public AVolunteer livingAt(int digits) {
        postcode = digits;
        return this;
    }

    public AVolunteer inStreet(String name) {
        street = Optional.of(name);
        return this;
    }

    public AVolunteer atSchool(String name) {
        school = Optional.of(name);
        return this;
    }

    public AVolunteer gender(Gender given) {
        gender = given;
        return this;
    }

    /** A language at the level of a mother tongue, or {@code nld:B1 tur:C2}. */
    public AVolunteer speaking(String spoken) {
        languages = Languages.parse(spoken.contains(":") ? spoken : spoken + ":C2");
        return this;
    }

    public AVolunteer skilledIn(Need... given) {
        skills = Set.of(given);
        return this;
    }

    public AVolunteer availableOn(String dayParts) {
        availability = DayParts.parse(dayParts);
        return this;
    }

    public AVolunteer confirmedOn(LocalDate day) {
        confirmed = Optional.of(day);
        return this;
    }

    public AVolunteer neverConfirmed() {
        confirmed = Optional.empty();
        return this;
    }

    public AVolunteer having(String hoursPerWeek) {
        hours = Hours.parse(hoursPerWeek);
        return this;
    }

    public AVolunteer forFamilies(int most) {
        maximumFamilies = most;
        return this;
    }

    public AVolunteer travelling(int metres) {
        travelLimitMetres = metres;
        return this;
    }

    public AVolunteer limitedTo(Limits given) {
        limits = given;
        return this;
    }

    public AVolunteer avoiding(Need... needs) {
        limits = new Limits(
                limits.childAgeMin(),
                limits.childAgeMax(),
                limits.maximumChildren(),
                limits.heavyCases(),
                limits.petsUnwelcome(),
                Set.of(needs));
        return this;
    }

    public AVolunteer withPets() {
        pets = true;
        return this;
    }

    public AVolunteer screenedOn(LocalDate day) {
        screened = Optional.of(day);
        return this;
    }

    public AVolunteer unscreened() {
        screened = Optional.empty();
        return this;
    }

    public AVolunteer untrained() {
        trained = false;
        return this;
    }

    public AVolunteer experienced(int years) {
        experienceYears = years;
        return this;
    }

    public AVolunteer paused() {
        active = false;
        return this;
    }

    public Volunteer build() {
        return new Volunteer(
                new VolunteerId(AProgramme.id("volunteer " + reference)),
                AProgramme.ORGANISATION,
                reference,
                "Vrijwilliger " + reference,
                kind,
                ids(programmes),
                ids(lentTo),
                new Postcode(postcode),
                street,
                school,
                gender,
                languages,
                skills,
                availability,
                confirmed,
                hours,
                maximumFamilies,
                travelLimitMetres,
                limits,
                pets,
                screened,
                trained,
                experienceYears,
                active,
                Optional.empty());
    }

    private static Set<ProgrammeId> ids(Set<String> codes) {
        return codes.stream()
                .map(code -> new ProgrammeId(AProgramme.id("programme " + code)))
                .collect(Collectors.toSet());
    }
}
