package nl.koppelwerk.data.run;

import java.util.List;
import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.matching.Stored;

/**
 * What a run has decided, ready to publish.
 *
 * @param proposals newly proposed pairs, not those that were fixed
 * @param certificate the proof of the bound, as the optimiser writes it; may be empty
 */
public record Outcome(List<Proposal> proposals, List<Unpaired> unpaired, Figures figures, byte[] certificate) {
    public Outcome {
        proposals = List.copyOf(proposals);
        unpaired = List.copyOf(unpaired);
        if (figures.proposed() != proposals.size() || figures.unpaired() != unpaired.size()) {
            throw new IllegalArgumentException("figures count " + figures.proposed() + " proposals and "
                    + figures.unpaired() + " unpaired, there are " + proposals.size() + " and " + unpaired.size());
        }
    }

    /**
     * A request with the volunteer proposed for it.
     *
     * @param fit second level: how well the two fit
     * @param reasons why, as JSON
     */
    public record Proposal(
            SupportRequestId request,
            VolunteerId volunteer,
            DayParts dayParts,
            int fit,
            int distanceMetres,
            String reasons) {
        public static Proposal of(nl.koppelwerk.matching.Proposal proposal) {
            return new Proposal(
                    proposal.request(),
                    proposal.volunteer(),
                    proposal.dayParts(),
                    proposal.fit().value(),
                    proposal.metres(),
                    Stored.reasons(proposal.reasons()));
        }
    }

    /**
     * A request that nobody is proposed for.
     *
     * @param causes what stood in the way, as JSON
     */
    public record Unpaired(SupportRequestId request, String causes) {
        public static Unpaired of(nl.koppelwerk.matching.Unpaired unpaired) {
            return new Unpaired(unpaired.request(), Stored.causes(unpaired.causes()));
        }
    }
}
