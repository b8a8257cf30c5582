package nl.koppelwerk.data.view;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.domain.family.Urgency;
import nl.koppelwerk.domain.language.Languages;
import nl.koppelwerk.domain.programme.Need;
import nl.koppelwerk.domain.programme.SupportKind;
import nl.koppelwerk.sentence.Sentence;

/** A request that the last run found nobody for, and what stood in the way. */
public record UnpairedLine(
        SupportRequestId id,
        String family,
        int postcode,
        String town,
        SupportKind kind,
        Urgency urgency,
        boolean heavy,
        LocalDate waitingSince,
        Languages languages,
        Set<Need> needs,
        List<Sentence> causes) {}
