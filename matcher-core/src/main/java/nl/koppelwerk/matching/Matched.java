package nl.koppelwerk.matching;

import java.util.List;
import java.util.Optional;
import nl.koppelwerk.candidates.Candidates;
import nl.koppelwerk.sentence.Sentence;
import nl.koppelwerk.solver.Result;
import nl.koppelwerk.verify.Fingerprint;
import nl.koppelwerk.verify.RunProof;

/**
 * What came of a night: proposals, the requests left without, and how good that is.
 *
 * @param proposals new ones only, not the pairings under way; by the order of the requests in the snapshot
 * @param unpaired open requests that get nobody, in that order too
 * @param candidates the problem, with the way from its numbers to the people
 * @param result the plan with its value, bound and gap
 */
public record Matched(List<Proposal> proposals, List<Unpaired> unpaired, Candidates candidates, Result result) {
    public Matched {
        proposals = List.copyOf(proposals);
        unpaired = List.copyOf(unpaired);
    }

    /** The proof of how good the plan is, to be stored with it; empty when there was nothing to plan. */
    public Optional<RunProof> proof() {
        return result.certificate()
                .map(prices ->
                        new RunProof(Fingerprint.of(candidates.problem()), result.value(), result.bound(), prices));
    }

    /** What is wrong with pairings under way. */
    public List<Sentence> warnings() {
        return candidates.warnings();
    }

    /** Mean over the proposals, rounded to metres; 0 without proposals. */
    public int meanDistanceMetres() {
        return (int) Math.round(
                proposals.stream().mapToInt(Proposal::metres).average().orElse(0));
    }

    /** Mean of the fit over the proposals, 0 to 100; 0 without proposals. */
    public int meanFitPercent() {
        return (int) Math.round(proposals.stream()
                .mapToInt(proposal -> proposal.fit().percent())
                .average()
                .orElse(0));
    }
}
