package nl.koppelwerk.data.view;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.koppelwerk.domain.family.Household;
import nl.koppelwerk.domain.family.Urgency;
import nl.koppelwerk.domain.family.Wishes;
import nl.koppelwerk.domain.language.Languages;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.domain.pairing.Step;
import nl.koppelwerk.domain.programme.Need;
import nl.koppelwerk.domain.programme.SupportKind;
import nl.koppelwerk.domain.volunteer.Limits;
import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.domain.week.Hours;
import nl.koppelwerk.fit.rule.Finding;

/**
 * One proposal with what a coordinator needs to decide on it, and no more: no streets, no schools.
 *
 * @param version of the pairing; a decision names the version it was made on
 * @param heldUntil first day on which the volunteer is free again, when held for this family today
 * @param dayParts the proposed ones
 */
public record ProposalView(
        PairingId id,
        int version,
        Step step,
        Optional<LocalDate> heldUntil,
        int distanceMetres,
        DayParts dayParts,
        FamilySide family,
        RequestSide request,
        VolunteerSide volunteer,
        List<Finding> reasons) {

    /**
     * The household that asks.
     *
     * @param birthYears of the children, eldest first
     */
    public record FamilySide(
            String name,
            int postcode,
            String town,
            Household household,
            List<Integer> birthYears,
            Languages languages,
            boolean pets) {}

    /** What it asks for. */
    public record RequestSide(
            String programme,
            SupportKind kind,
            Set<Need> needs,
            Hours hoursPerWeek,
            int dayPartsPerWeek,
            DayParts dayParts,
            Wishes wishes,
            Urgency urgency,
            LocalDate waitingSince,
            boolean heavy) {}

    /**
     * Who could come.
     *
     * @param familiesNow pairings under way
     */
    public record VolunteerSide(
            String name,
            SupportKind kind,
            int postcode,
            String town,
            Languages languages,
            Set<Need> skills,
            DayParts availability,
            Hours hoursPerWeek,
            int familiesNow,
            int maximumFamilies,
            Limits limits,
            boolean pets,
            Optional<LocalDate> screened,
            int experienceYears) {}
}
