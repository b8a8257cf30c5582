package nl.koppelwerk.data.view.person;

import java.util.List;
import java.util.Optional;
import nl.koppelwerk.domain.language.Languages;
import nl.koppelwerk.domain.programme.SupportKind;
import nl.koppelwerk.domain.volunteer.VolunteerId;

/**
 * A volunteer in a list.
 *
 * @param programmes codes
 * @param state {@code active}, {@code paused} or {@code stopped}
 * @param paired pairings under way
 * @param formerly a number that the search found it by, because the volunteer with that number was merged into it
 */
public record VolunteerEntry(
        VolunteerId id,
        String reference,
        String name,
        SupportKind kind,
        int postcode,
        String town,
        Languages languages,
        List<String> programmes,
        String state,
        int paired,
        int maximumFamilies,
        Optional<String> formerly) {}
