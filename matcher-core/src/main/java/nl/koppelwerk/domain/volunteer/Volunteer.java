package nl.koppelwerk.domain.volunteer;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import nl.koppelwerk.domain.language.Languages;
import nl.koppelwerk.domain.place.Postcode;
import nl.koppelwerk.domain.programme.Need;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.domain.programme.ProgrammeId;
import nl.koppelwerk.domain.programme.SupportKind;
import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.domain.week.Hours;

/**
 * A person or household that gives support.
 *
 * @param reference the organisation's own number; unique within the organisation
 * @param programmes the programmes that the volunteer takes part in
 * @param lentTo other programmes that share volunteers with one of these, as far as the volunteer agreed to be shared
 * @param skills needs that the volunteer can work on
 * @param availability when the volunteer can come; empty also when not known, which counts as not available
 * @param availabilityConfirmed the day on which the volunteer last said so
 * @param maximumFamilies how many families at the same time
 * @param travelLimitMetres how far the volunteer will go
 * @param screened date of the screening certificate (Dutch: VOG)
 * @param trained whether the training for heavier needs is done
 * @param experienceYears whole years as a volunteer
 * @param active false while paused or gone
 * @param email where mail to the volunteer goes; no rule reads it
 */
public record Volunteer(
        VolunteerId id,
        OrganisationId organisation,
        String reference,
        String name,
        SupportKind kind,
        Set<ProgrammeId> programmes,
        Set<ProgrammeId> lentTo,
        Postcode postcode,
        Optional<String> street,
        Optional<String> school,
        Gender gender,
        Languages languages,
        Set<Need> skills,
        DayParts availability,
        Optional<LocalDate> availabilityConfirmed,
        Hours hoursPerWeek,
        int maximumFamilies,
        int travelLimitMetres,
        Limits limits,
        boolean pets,
        Optional<LocalDate> screened,
        boolean trained,
        int experienceYears,
        boolean active,
        Optional<String> email) {
    public Volunteer {
        programmes = Set.copyOf(programmes);
        lentTo = Set.copyOf(lentTo);
        skills = Need.setOf(skills);
        if (reference.isBlank() || name.isBlank() || maximumFamilies < 0 || travelLimitMetres < 0) {
            throw new IllegalArgumentException("volunteer " + id + ": reference " + reference + ", families at most "
                    + maximumFamilies + ", travel limit " + travelLimitMetres + " m");
        }
    }
}
