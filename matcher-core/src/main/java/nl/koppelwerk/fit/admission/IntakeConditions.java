package nl.koppelwerk.fit.admission;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.koppelwerk.domain.family.OpenCondition;
import nl.koppelwerk.fit.rule.Asking;
import nl.koppelwerk.fit.rule.Forbidding;
import nl.koppelwerk.fit.rule.Offering;
import nl.koppelwerk.fit.rule.Outcome;
import nl.koppelwerk.sentence.Argument;

/**
 * What the intake answered meets the conditions of the programme, for instance a scheme for low incomes. What nobody asked
 * yet stands in no pair's way, and is named.
 */
public final class IntakeConditions extends Forbidding<IntakeConditions.Asked, Boolean> {
    /**
     * Looked up once for a request, because it is the same with every volunteer.
     *
     * @param unmet conditions that the family does not meet
     * @param unknown conditions that nobody asked it about yet
     */
    public record Asked(List<OpenCondition> unmet, List<OpenCondition> unknown) {
        public Asked {
            unmet = List.copyOf(unmet);
            unknown = List.copyOf(unknown);
        }
    }

    public IntakeConditions() {
        super("intake-conditions");
    }

    @Override
    public Asked asked(Asking asking) {
        return new Asked(
                asking.open().stream().filter(OpenCondition::known).toList(),
                asking.open().stream().filter(one -> !one.known()).toList());
    }

    @Override
    public Boolean offered(Offering offering) {
        return true;
    }

    @Override
    protected boolean allows(Asked asked, Boolean offered) {
        return asked.unmet.isEmpty();
    }

    @Override
    public List<Outcome> outcomes() {
        return List.of(Outcome.YES, Outcome.NO, Outcome.MOOT, Outcome.UNKNOWN);
    }

    @Override
    protected Outcome outcome(Asked asked, Boolean offered, int metres) {
        if (!asked.unmet.isEmpty()) {
            return Outcome.NO;
        }
        return asked.unknown.isEmpty() ? Outcome.MOOT : Outcome.UNKNOWN;
    }

    /** The conditions that are in the way, else those to ask about; in Dutch and in English. */
    @Override
    protected List<Argument> figures(Asked asked, Boolean offered, int metres) {
        List<OpenCondition> named = asked.unmet.isEmpty() ? asked.unknown : asked.unmet;
        return List.of(
                new Argument.Name(said(named, OpenCondition::dutch)),
                new Argument.Name(said(named, OpenCondition::english)));
    }

    private static String said(List<OpenCondition> conditions, Function<OpenCondition, String> text) {
        return conditions.stream().map(text).collect(Collectors.joining(" "));
    }
}
