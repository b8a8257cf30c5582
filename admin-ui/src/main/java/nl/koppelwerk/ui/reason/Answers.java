package nl.koppelwerk.ui.reason;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.koppelwerk.batch.standing.KeptPlan;
import nl.koppelwerk.batch.standing.StandingPlans;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.view.choice.ChoiceViews;
import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.explain.Regret;
import nl.koppelwerk.explain.WhyNot;
import nl.koppelwerk.fit.Fit;
import nl.koppelwerk.fit.rule.Finding;
import nl.koppelwerk.fit.rule.Outcome;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.UnknownPage;
import nl.koppelwerk.ui.shell.Words;
import org.springframework.stereotype.Component;

/** Asks the plan as it stands why two are not together, and says it to one reader. */
@Component
final class Answers {
    private final StandingPlans plans;
    private final OrganisationScope scope;
    private final ChoiceViews choices;

    Answers(StandingPlans plans, OrganisationScope scope, ChoiceViews choices) {
        this.plans = plans;
        this.scope = scope;
        this.choices = choices;
    }

    Answer whyNot(SupportRequestId request, VolunteerId volunteer, Coordinator reader, Words words) {
        KeptPlan plan = plans.of(reader.organisation());
        if (plan.findRequest(request).isEmpty() || plan.findVolunteer(volunteer).isEmpty()) {
            throw new UnknownPage();
        }
        Fit fit = plan.explanations().fit(request, volunteer);
        String distance = words.distance(
                plan.candidates().sides().getPair(request, volunteer).metres());
        WhyNot whyNot = plan.explanations().whyNot(request, volunteer);
        Cost cost = cost(whyNot, reader, words);
        return new Answer(kind(whyNot), cost.total(), cost.moves(), distance, fit.percent(), pluses(fit, words));
    }

    private static String kind(WhyNot whyNot) {
        return switch (whyNot) {
            case WhyNot.Chosen chosen -> "chosen";
            case WhyNot.Forbidden forbidden -> "forbidden";
            case WhyNot.NoRoom taken -> "taken";
            case WhyNot.Costs possible -> "possible";
        };
    }

    /** Of those who may not be paired or have no room: what stands in the way. */
    private Cost cost(WhyNot whyNot, Coordinator reader, Words words) {
        return whyNot instanceof WhyNot.Costs(Fit fit, Regret regret)
                ? Cost.of(regret, seen(regret, reader), words)
                : new Cost(false, whyNot.sentences().stream().map(words::say).toList(), List.of());
    }

    private Set<UUID> seen(Regret regret, Coordinator reader) {
        List<UUID> named = regret.changes().stream().flatMap(Opinions::named).toList();
        return scope.reading(reader.organisation(), () -> choices.visible(named));
    }

    private static List<String> pluses(Fit fit, Words words) {
        return fit.reasons().stream()
                .filter(reason -> reason.outcome() == Outcome.YES && !reason.forbids())
                .map(Finding::sentence)
                .map(words::say)
                .toList();
    }
}
