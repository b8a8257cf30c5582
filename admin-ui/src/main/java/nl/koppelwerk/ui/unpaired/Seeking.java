package nl.koppelwerk.ui.unpaired;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.koppelwerk.batch.standing.KeptPlan;
import nl.koppelwerk.batch.standing.StandingPlans;
import nl.koppelwerk.candidates.Funnel;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.run.Runs;
import nl.koppelwerk.data.view.choice.Choice;
import nl.koppelwerk.data.view.choice.ChoiceViews;
import nl.koppelwerk.domain.family.SupportRequest;
import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.explain.unpaired.NearMiss;
import nl.koppelwerk.explain.unpaired.Repair;
import nl.koppelwerk.explain.unpaired.Repairs;
import nl.koppelwerk.explain.unpaired.Since;
import nl.koppelwerk.explain.unpaired.SmallRepair;
import nl.koppelwerk.explain.unpaired.SmallRepairs;
import nl.koppelwerk.matching.Matched;
import nl.koppelwerk.matching.Matching;
import nl.koppelwerk.matching.Unpaired;
import nl.koppelwerk.sentence.Sentence;
import nl.koppelwerk.solver.Settings;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.HandOvers;
import nl.koppelwerk.ui.shell.UnknownPage;
import nl.koppelwerk.ui.shell.Words;
import org.springframework.stereotype.Component;

/** Asks the plan as it stands why a request has nobody and what would help, and says it to one reader. */
@Component
final class Seeking {
    private static final Settings QUICK = new Settings(1, 1, 1, 20, 20, Duration.ofMillis(300), 1);
    private static final int MOST = 4;

    private final StandingPlans plans;
    private final OrganisationScope scope;
    private final ChoiceViews choices;
    private final Runs runs;
    private final HandOvers handOvers;
    private final Clock clock;

    Seeking(
            StandingPlans plans,
            OrganisationScope scope,
            ChoiceViews choices,
            Runs runs,
            HandOvers handOvers,
            Clock clock) {
        this.plans = plans;
        this.scope = scope;
        this.choices = choices;
        this.runs = runs;
        this.handOvers = handOvers;
        this.clock = clock;
    }

    UnpairedPage page(SupportRequestId id, Coordinator reader, Words words) {
        Choice request =
                scope.reading(reader.organisation(), () -> choices.request(id)).orElseThrow(UnknownPage::new);
        KeptPlan plan = plans.of(reader.organisation());
        SupportRequest asked = plan.findRequest(id).orElseThrow(UnknownPage::new);
        Matched matched = Matching.read(plan.candidates(), plan.matched().result(), List.of(asked));
        List<NearMiss> near = NearMiss.of(matched, id, MOST);
        List<SmallRepair> small = new SmallRepairs(matched, clock, QUICK).of(id, MOST);
        List<Repair> newcomers = new Repairs(matched, clock, QUICK).cheapest(MOST);
        List<Since> since = since(plan, id, reader);
        Set<UUID> seen = seen(near, small, since, reader);
        return new UnpairedPage(
                request,
                matched.unpaired().isEmpty(),
                matched.unpaired().stream()
                        .flatMap(unpaired -> funnel(unpaired, words))
                        .toList(),
                matched.unpaired().stream()
                        .flatMap(unpaired -> unpaired.hindrances().stream())
                        .map(words::say)
                        .toList(),
                near.stream()
                        .filter(one -> seen.contains(one.volunteer().id().value()))
                        .map(one -> near(one, words))
                        .toList(),
                small.stream()
                        .filter(one -> seen.contains(one.volunteer().id().value()))
                        .map(one -> words.say(one.sentence()))
                        .toList(),
                newcomers.stream().map(one -> words.say(one.sentence())).toList(),
                since.stream()
                        .filter(one -> seen.contains(one.volunteer().id().value()))
                        .map(one -> words.say(one.sentence()))
                        .toList(),
                handOvers.of(id, reader, words));
    }

    /** Nothing when no run has kept what it was decided on. */
    private List<Since> since(KeptPlan plan, SupportRequestId id, Coordinator reader) {
        return scope.reading(
                        reader.organisation(),
                        () -> runs.findLastPublished().flatMap(run -> runs.findSnapshot(run.id())))
                .map(night -> Since.between(night, plan.candidates().sides(), id))
                .orElse(List.of());
    }

    private Set<UUID> seen(List<NearMiss> near, List<SmallRepair> small, List<Since> since, Coordinator reader) {
        List<UUID> ids = new ArrayList<>();
        near.forEach(one -> ids.add(one.volunteer().id().value()));
        small.forEach(one -> ids.add(one.volunteer().id().value()));
        since.forEach(one -> ids.add(one.volunteer().id().value()));
        return scope.reading(reader.organisation(), () -> choices.visible(ids));
    }

    private static Stream<Cause> funnel(Unpaired unpaired, Words words) {
        Funnel funnel = unpaired.funnel();
        List<Cause> causes = new ArrayList<>();
        List<Sentence> said = unpaired.falls();
        int left = funnel.volunteers();
        for (int i = 0; i < funnel.falls().size(); i++) {
            left -= funnel.falls().get(i).volunteers();
            causes.add(new Cause(words.say(said.get(i)), left, 100 * left / Math.max(1, funnel.volunteers())));
        }
        return causes.stream();
    }

    private static UnpairedPage.Near near(NearMiss miss, Words words) {
        return new UnpairedPage.Near(
                miss.volunteer().name(),
                words.distance(miss.metres()),
                miss.obstacles().stream()
                        .map(obstacle -> words.say(obstacle.sentence()))
                        .toList());
    }
}
