package nl.koppelwerk.ui.run;

import nl.koppelwerk.data.view.ShiftLine;
import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.explain.Shift.Cause;
import nl.koppelwerk.fit.rule.Finding;
import nl.koppelwerk.ui.shell.Words;

/** Says why a proposal of the night before is not there again. */
record ShiftWords(Words words) {
    public String why(ShiftLine line) {
        return switch (line.shift().cause()) {
            case Cause.Gone() -> words.say("changes.gone");
            case Cause.Forbidden(Finding finding) -> words.say(finding.sentence());
            case Cause.Elsewhere(SupportRequestId other) ->
                line.elsewhere()
                        .map(family -> words.say("changes.elsewhere", family))
                        .orElseGet(() -> words.say("changes.elsewhere.unseen"));
            case Cause.BetterPlan() -> words.say("changes.better");
        };
    }
}
