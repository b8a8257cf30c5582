package nl.koppelwerk.data.sharing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.koppelwerk.domain.family.Urgency;
import nl.koppelwerk.domain.language.Languages;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.domain.programme.Need;
import nl.koppelwerk.domain.programme.SupportKind;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.domain.week.Hours;

/**
 * That another programme asks for a volunteer, as the pairing itself shows it.
 *
 * @param lender the programme that the volunteer belongs to
 * @param answer empty: not answered yet
 * @param reason why not
 * @param by who answered
 * @param ownToAnswer whether the reader answers for that programme
 */
public record Lending(
        String lender,
        Instant askedAt,
        Optional<Boolean> answer,
        Optional<String> reason,
        Optional<String> by,
        boolean ownToAnswer) {
    public boolean agreed() {
        return answer.orElse(false);
    }

    /**
     * The same as whoever lends sees it: a request in short, that does not tell whose it is.
     *
     * @param programme that asks
     * @param runBy the organisation that carries that out
     * @param metres empty: the pair was made by hand
     */
    public record Asked(
            PairingId pairing,
            VolunteerId volunteer,
            String name,
            String programme,
            String runBy,
            SupportKind kind,
            Set<Need> needs,
            Hours hours,
            DayParts dayParts,
            Languages languages,
            List<Integer> ages,
            boolean heavy,
            Urgency urgency,
            Optional<Integer> metres,
            Instant askedAt) {
        public Asked {
            needs = Need.setOf(needs);
            ages = List.copyOf(ages);
        }
    }
}
