package nl.koppelwerk.fit;

import java.util.List;
import nl.koppelwerk.fit.rule.Finding;
import nl.koppelwerk.fit.rule.Outcome;
import nl.koppelwerk.fit.rule.Rule;

/**
 * How well a request and a volunteer fit.
 *
 * @param findings one for each rule, in the order of {@link Rules}
 */
public record Fit(List<Finding> findings) {
    public Fit {
        findings = List.copyOf(findings);
    }

    public boolean allowed() {
        return findings.stream().noneMatch(Finding::isObstacle);
    }

    public List<Finding> obstacles() {
        return findings.stream().filter(Finding::isObstacle).toList();
    }

    /** What the optimiser adds up: points times weight over the weighing rules; says nothing of a pair not allowed. */
    public int value() {
        return findings.stream().mapToInt(Finding::contribution).sum();
    }

    /** The value as a share of the most that these weights give, 0 to 100; 100 when nothing is weighed. */
    public int percent() {
        int most = findings.stream().mapToInt(Finding::weight).sum() * Rule.MOST;
        return most == 0 ? 100 : (int) (100L * value() / most);
    }

    /** The findings worth telling: what forbids, what weighs, and wishes that were asked for. */
    public List<Finding> reasons() {
        return findings.stream()
                .filter(finding -> finding.outcome() != Outcome.MOOT)
                .toList();
    }
}
