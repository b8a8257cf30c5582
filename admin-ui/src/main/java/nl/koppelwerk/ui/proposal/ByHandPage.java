package nl.koppelwerk.ui.proposal;

import java.util.List;
import nl.koppelwerk.data.view.PairSides;
import nl.koppelwerk.domain.pairing.Step;
import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.fit.rule.Outcome;
import nl.koppelwerk.pairing.HandMade;
import nl.koppelwerk.pairing.Judged;
import nl.koppelwerk.pairing.Obstacle;
import nl.koppelwerk.pairing.Refusal;
import nl.koppelwerk.ui.shell.Words;

/**
 * A pair made by hand as its page shows it.
 *
 * @param good what fits well, in words
 * @param less what fits less well
 * @param firm rules that nobody may pass over
 * @param inTheWay rules that may be passed over with a reason
 * @param parts day-parts on which both can
 * @param standing what the request is in already: proposed, underway, or none
 */
record ByHandPage(
        String distance,
        List<String> good,
        List<String> less,
        List<String> firm,
        List<Rule> inTheWay,
        List<Choice> parts,
        String standing,
        String note) {

    /** A rule to pass over, with the reason typed so far. */
    record Rule(String name, String sentence, String reason) {}

    /** A day-part to promise or not. */
    record Choice(int index, String name, boolean chosen) {}

    static ByHandPage of(PairSides sides, Judged judged, HandMade wanted, Words words) {
        return new ByHandPage(
                words.distance(judged.metres()),
                said(judged, Outcome.YES, words),
                said(judged, Outcome.NO, words),
                judged.obstacles().stream()
                        .filter(obstacle -> !obstacle.mayBeOverridden())
                        .map(obstacle -> sentence(obstacle, sides, words))
                        .toList(),
                judged.obstacles().stream()
                        .filter(Obstacle::mayBeOverridden)
                        .map(obstacle -> new Rule(
                                obstacle.rule(),
                                sentence(obstacle, sides, words),
                                wanted.justifications().getOrDefault(obstacle.rule(), "")))
                        .toList(),
                judged.dayParts().or(wanted.dayParts()).list().stream()
                        .map(part -> new Choice(
                                part.index(),
                                words.dayParts(DayParts.of(part)),
                                wanted.dayParts().contains(part)))
                        .toList(),
                standing(judged),
                wanted.note().orElse(""));
    }

    private static String standing(Judged judged) {
        return judged.standing()
                .map(pairing -> pairing.step() == Step.PROPOSED ? "proposed" : "underway")
                .orElse("none");
    }

    private static List<String> said(Judged judged, Outcome outcome, Words words) {
        return judged.fit().findings().stream()
                .filter(finding -> !finding.forbids() && finding.outcome() == outcome)
                .map(finding -> words.say(finding.sentence()))
                .toList();
    }

    private static String sentence(Obstacle obstacle, PairSides sides, Words words) {
        return switch (obstacle.why()) {
            case Refusal.DoesNotFit fit -> words.say(fit.obstacle().sentence());
            case Refusal.TimesChanged times -> words.say("byhand.times", sides.dayPartsPerWeek());
            default -> RefusalWords.say(obstacle.why(), sides.familyName(), sides.volunteerName(), words);
        };
    }

    /** Read by the page. */
    public boolean possible() {
        return firm.isEmpty() && !standing.equals("underway");
    }
}
