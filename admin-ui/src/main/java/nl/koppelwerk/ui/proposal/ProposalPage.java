package nl.koppelwerk.ui.proposal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.koppelwerk.data.view.ProposalView;
import nl.koppelwerk.domain.pairing.DeclineReason;
import nl.koppelwerk.fit.rule.Finding;
import nl.koppelwerk.fit.rule.Outcome;
import nl.koppelwerk.ui.shell.Words;

/**
 * One proposal as its page shows it.
 *
 * @param weighing what makes the pair good, and what makes it less good; what counts most first
 * @param ask what a person has to look into, because it is not known
 * @param conditions what had to be met and is
 */
record ProposalPage(ProposalView proposal, List<Group> weighing, List<Said> ask, List<Said> conditions, Week week) {
    /** Weights from which a rule is said to count heavily, or to count. */
    private static final int STRONG = 20;

    private static final int MEDIUM = 8;

    /** A reason in words, with how much it counts: strong, medium or light. */
    record Said(String sentence, String strength) {}

    /** Reasons of one direction, by the name of it: good or less. */
    record Group(String name, List<Said> reasons) {}

    /** The reasons to decline, by whether they last. */
    record Declining(String name, List<DeclineReason> reasons) {}

    static ProposalPage of(ProposalView proposal, Words words) {
        return new ProposalPage(
                proposal,
                groups(proposal, words),
                said(proposal, words, reason -> reason.outcome() == Outcome.UNKNOWN),
                said(proposal, words, reason -> reason.forbids() && reason.outcome() == Outcome.YES),
                Week.of(proposal, words));
    }

    private static List<Said> said(ProposalView proposal, Words words, Predicate<Finding> which) {
        return proposal.reasons().stream()
                .filter(which)
                .sorted(Comparator.comparingInt(Finding::weight).reversed())
                .map(reason -> new Said(words.say(reason.sentence()), strength(reason)))
                .toList();
    }

    private static List<Group> groups(ProposalView proposal, Words words) {
        return Stream.of(
                        new Group("good", weighing(proposal, words, Outcome.YES)),
                        new Group("less", weighing(proposal, words, Outcome.NO)))
                .filter(group -> !group.reasons().isEmpty())
                .toList();
    }

    private static List<Said> weighing(ProposalView proposal, Words words, Outcome outcome) {
        return said(proposal, words, reason -> !reason.forbids() && reason.outcome() == outcome);
    }

    private static String strength(Finding reason) {
        if (reason.weight() >= STRONG) {
            return "strong";
        }
        return reason.weight() >= MEDIUM ? "medium" : "light";
    }

    /** Read by the page. */
    public List<Declining> declining() {
        return List.of(
                new Declining("passing", reasons(reason -> !reason.lasting())),
                new Declining("lasting", reasons(DeclineReason::lasting)));
    }

    /** Read by the page: the key of each reason, counted in the order in which they stand there. */
    public Map<DeclineReason, Integer> numbering() {
        Map<DeclineReason, Integer> numbers = new EnumMap<>(DeclineReason.class);
        declining().stream()
                .flatMap(group -> group.reasons().stream())
                .forEach(reason -> numbers.put(reason, numbers.size() + 1));
        return numbers;
    }

    private static List<DeclineReason> reasons(Predicate<DeclineReason> which) {
        return Arrays.stream(DeclineReason.values()).filter(which).toList();
    }
}
