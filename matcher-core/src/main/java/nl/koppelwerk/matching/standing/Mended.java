package nl.koppelwerk.matching.standing;

import java.util.List;
import nl.koppelwerk.domain.pairing.Pairing;
import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.matching.Proposal;
import nl.koppelwerk.matching.Unpaired;
import nl.koppelwerk.sentence.Sentence;

/**
 * What a mended plan changes about the proposals that stand; nothing is said of the others.
 *
 * @param withdrawn proposals that no longer stand
 * @param moved proposals that stand on other day-parts
 * @param added new proposals
 * @param unpaired touched requests that have nobody now
 * @param sentences the changes as a coordinator is told
 */
public record Mended(
        List<Pairing> withdrawn,
        List<Moved> moved,
        List<Proposal> added,
        List<Unpaired> unpaired,
        List<Sentence> sentences) {
    /** The same two on other day-parts. */
    public record Moved(Pairing proposal, DayParts dayParts) {}

    public Mended {
        withdrawn = List.copyOf(withdrawn);
        moved = List.copyOf(moved);
        added = List.copyOf(added);
        unpaired = List.copyOf(unpaired);
        sentences = List.copyOf(sentences);
    }

    /** Whether the proposals stay as they are. */
    public boolean isNothing() {
        return withdrawn.isEmpty() && moved.isEmpty() && added.isEmpty();
    }
}
