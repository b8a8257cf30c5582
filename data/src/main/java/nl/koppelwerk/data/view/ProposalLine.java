package nl.koppelwerk.data.view;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.koppelwerk.domain.family.Urgency;
import nl.koppelwerk.domain.language.Language;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.domain.programme.SupportKind;
import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.fit.rule.Finding;

/**
 * A proposal in the list to decide on.
 *
 * @param language the one that the two share best
 * @param dayParts the proposed ones
 * @param reasons what speaks most for the pair, at most two
 * @param weakness what is not so good about it, if anything
 */
public record ProposalLine(
        PairingId id,
        String family,
        String volunteer,
        SupportKind kind,
        Urgency urgency,
        boolean heavy,
        LocalDate waitingSince,
        int distanceMetres,
        Optional<Language> language,
        DayParts dayParts,
        List<Finding> reasons,
        Optional<Finding> weakness) {}
