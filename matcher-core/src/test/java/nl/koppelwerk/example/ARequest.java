package nl.koppelwerk.example;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.family.SupportRequest;
import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.domain.family.Urgency;
import nl.koppelwerk.domain.family.Wishes;
import nl.koppelwerk.domain.programme.Need;
import nl.koppelwerk.domain.programme.ProgrammeId;
import nl.koppelwerk.domain.programme.SupportKind;
import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.domain.week.Hours;

/**
 * Builds a support request; left alone it asks a buddy of programme MAATJE for parenting, 2 hours on 1 day-part a week out
 * of Wednesday afternoon and Saturday morning, since 1 November 2026.
 */
public final class ARequest {
    private final String reference;
    private String family = "F-1";
    private String programme = "MAATJE";
    private SupportKind kind = SupportKind.BUDDY;
    private Set<Need> needs = Set.of(Need.PARENTING);
    private Hours hours = new Hours(8);
    private int perWeek = 1;
    private DayParts dayParts = DayParts.parse("wed-afternoon sat-morning");
    private Wishes wishes = Wishes.NONE;
    private Urgency urgency = Urgency.NORMAL;
    private LocalDate waitingSince = LocalDate.of(2026, 11, 1);
    private boolean heavy;
    private boolean trainingNeeded;

    private ARequest(String reference) {
        this.reference = reference;
    }

    public static ARequest aRequest() {
        return aRequest("V-1");
    }

    public static ARequest aRequest(String reference) {
        return new ARequest(reference);
    }

    public ARequest of(String familyReference) {
        family = familyReference;
        return this;
    }

    public ARequest in(String programmeCode) {
        programme = programmeCode;
        return this;
    }

    public ARequest forKind(SupportKind asked) {
        kind = asked;
        return this;
    }

    public ARequest needing(Need... asked) {
        needs = Set.of(asked);
        return this;
    }

    public ARequest asking(String hoursPerWeek) {
        hours = Hours.parse(hoursPerWeek);
        return this;
    }

    public ARequest on(int dayPartsPerWeek, String outOf) {
        perWeek = dayPartsPerWeek;
        dayParts = DayParts.parse(outOf);
        return this;
    }

    public ARequest fromAWoman() {
        wishes = new Wishes(
                true,
                wishes.petsUnwelcome(),
                wishes.otherStreet(),
                wishes.otherSchool(),
                wishes.maximumDistanceMetres());
        return this;
    }

    public ARequest withoutPets() {
        wishes = new Wishes(
                wishes.womanOnly(), true, wishes.otherStreet(), wishes.otherSchool(), wishes.maximumDistanceMetres());
        return this;
    }

    public ARequest fromAnotherStreet() {
        wishes = new Wishes(
                wishes.womanOnly(), wishes.petsUnwelcome(), true, wishes.otherSchool(), wishes.maximumDistanceMetres());
        return this;
    }

    public ARequest fromAnotherSchool() {
        wishes = new Wishes(
                wishes.womanOnly(), wishes.petsUnwelcome(), wishes.otherStreet(), true, wishes.maximumDistanceMetres());
        return this;
    }

    public ARequest within(int metres) {
        wishes = new Wishes(
                wishes.womanOnly(),
                wishes.petsUnwelcome(),
                wishes.otherStreet(),
                wishes.otherSchool(),
                Optional.of(metres));
        return this;
    }

    public ARequest urgency(Urgency asked) {
        urgency = asked;
        return this;
    }

    public ARequest since(LocalDate day) {
        waitingSince = day;
        return this;
    }

    public ARequest heavy() {
        heavy = true;
        return this;
    }

    public ARequest needingTraining() {
        trainingNeeded = true;
        return this;
    }

    public SupportRequest build() {
        return new SupportRequest(
                new SupportRequestId(AProgramme.id("request " + reference)),
                AProgramme.ORGANISATION,
                new FamilyId(AProgramme.id("family " + family)),
                reference,
                new ProgrammeId(AProgramme.id("programme " + programme)),
                kind,
                needs,
                hours,
                perWeek,
                dayParts,
                wishes,
                urgency,
                waitingSince,
                heavy,
                trainingNeeded);
    }
}
