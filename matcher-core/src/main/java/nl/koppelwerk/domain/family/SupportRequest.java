package nl.koppelwerk.domain.family;

import java.time.LocalDate;
import java.util.Set;
import nl.koppelwerk.domain.programme.Need;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.domain.programme.ProgrammeId;
import nl.koppelwerk.domain.programme.SupportKind;
import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.domain.week.Hours;

/**
 * One slot to fill for a family: it gets one volunteer or none.
 *
 * @param reference unique within the organisation
 * @param dayPartsPerWeek how many day-parts a week a volunteer comes, 1 or more
 * @param dayParts when it suits the family
 * @param heavy whether the case asks much of a volunteer; one has at most one of these
 * @param trainingNeeded whether the volunteer must have done the training for heavier needs
 */
public record SupportRequest(
        SupportRequestId id,
        OrganisationId organisation,
        FamilyId family,
        String reference,
        ProgrammeId programme,
        SupportKind kind,
        Set<Need> needs,
        Hours hoursPerWeek,
        int dayPartsPerWeek,
        DayParts dayParts,
        Wishes wishes,
        Urgency urgency,
        LocalDate waitingSince,
        boolean heavy,
        boolean trainingNeeded) {
    public SupportRequest {
        needs = Need.setOf(needs);
        if (reference.isBlank() || dayPartsPerWeek < 1 || dayPartsPerWeek > 28 || hoursPerWeek.quarters() == 0) {
            throw new IllegalArgumentException("support request " + id + ": reference " + reference
                    + ", day-parts a week " + dayPartsPerWeek + ", hours a week " + hoursPerWeek);
        }
    }
}
