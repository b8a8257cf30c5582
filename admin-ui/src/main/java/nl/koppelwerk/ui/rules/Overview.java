package nl.koppelwerk.ui.rules;

import java.util.List;
import java.util.Optional;
import nl.koppelwerk.data.rules.RulesDraft;
import nl.koppelwerk.data.rules.RulesVersion;
import nl.koppelwerk.domain.programme.Programme;

/**
 * A programme with how its rules stand.
 *
 * @param own the reader's draft
 * @param others drafts of colleagues
 */
record Overview(Programme programme, RulesVersion inUse, Optional<RulesDraft> own, List<RulesDraft> others) {
    Overview {
        others = List.copyOf(others);
    }

    /** A colleague has put other rules to use since the draft was begun. */
    public boolean isOvertaken() {
        return own.filter(draft -> draft.basedOn() != inUse.number()).isPresent();
    }
}
