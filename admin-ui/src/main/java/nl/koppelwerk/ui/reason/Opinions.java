package nl.koppelwerk.ui.reason;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.koppelwerk.batch.standing.KeptPlan;
import nl.koppelwerk.batch.standing.StandingPlans;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.view.choice.AreaViews;
import nl.koppelwerk.data.view.choice.ChoiceViews;
import nl.koppelwerk.domain.pairing.Pairing;
import nl.koppelwerk.domain.place.Place;
import nl.koppelwerk.domain.place.Postcode;
import nl.koppelwerk.explain.Alternative;
import nl.koppelwerk.explain.Change;
import nl.koppelwerk.fit.rule.Pair;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.UnknownPage;
import nl.koppelwerk.ui.shell.Words;
import org.springframework.stereotype.Component;

/** Asks the plan as it stands about a proposal, and says it to one reader. */
@Component
final class Opinions {
    private static final int MOST_OPTIONS = 4;
    private static final int MOST_PLACES = 60;

    private final StandingPlans plans;
    private final OrganisationScope scope;
    private final ChoiceViews choices;
    private final AreaViews areas;

    Opinions(StandingPlans plans, OrganisationScope scope, ChoiceViews choices, AreaViews areas) {
        this.plans = plans;
        this.scope = scope;
        this.choices = choices;
        this.areas = areas;
    }

    Opinion of(Pairing proposal, Coordinator reader, Words words) {
        KeptPlan plan = plans.of(reader.organisation());
        if (plan.findRequest(proposal.request()).isEmpty()
                || plan.findVolunteer(proposal.volunteer()).isEmpty()) {
            throw new UnknownPage();
        }
        Pair pair = plan.candidates().sides().getPair(proposal.request(), proposal.volunteer());
        List<Alternative> forFamily = plan.explanations().alternativesFor(proposal.request(), MOST_OPTIONS);
        List<Alternative> forVolunteer = plan.explanations().alternativesOf(proposal.volunteer(), MOST_OPTIONS);
        return scope.reading(reader.organisation(), () -> {
            Set<UUID> seen = choices.visible(named(forFamily, forVolunteer));
            Place family = place(pair.asking().family().postcode());
            Place volunteer = place(pair.offering().volunteer().postcode());
            return new Opinion(
                    proposal.id().value(),
                    choices.request(proposal.request()).orElseThrow(UnknownPage::new),
                    choices.met(proposal.volunteer()).orElseThrow(UnknownPage::new),
                    choices.volunteer(proposal.volunteer()).isPresent(),
                    map(family, volunteer),
                    where(family, volunteer, words),
                    plan.explanations().certainty(proposal.request()).map(certainty -> words.say(certainty.sentence())),
                    options(forFamily, seen, one -> one.volunteer().name(), words),
                    options(forVolunteer, seen, one -> family(plan, one), words));
        });
    }

    private static List<UUID> named(List<Alternative> some, List<Alternative> others) {
        return Stream.concat(some.stream(), others.stream())
                .flatMap(one -> Stream.concat(
                        Stream.of(
                                one.request().id().value(), one.volunteer().id().value()),
                        one.regret().changes().stream().flatMap(Opinions::named)))
                .distinct()
                .toList();
    }

    static Stream<UUID> named(Change change) {
        return Stream.concat(
                Stream.of(change.request().id().value()),
                Stream.of(change.before(), change.after())
                        .flatMap(volunteer -> volunteer.stream())
                        .map(volunteer -> volunteer.id().value()));
    }

    private static String family(KeptPlan plan, Alternative one) {
        return plan.candidates().sides().getAsking(one.request().id()).family().name();
    }

    private Place place(Postcode postcode) {
        return areas.find(postcode).orElseThrow(UnknownPage::new);
    }

    private AreaMap map(Place family, Place volunteer) {
        return AreaMap.of(
                family,
                volunteer,
                areas.around(
                        AreaMap.centre(family, volunteer),
                        AreaMap.degreesNorth(family, volunteer),
                        AreaMap.degreesEast(family, volunteer),
                        MOST_PLACES));
    }

    private static String where(Place family, Place volunteer, Words words) {
        String home = family.postcode() + " " + family.town();
        if (family.equals(volunteer)) {
            return words.say("map.same", home);
        }
        return words.say(
                "map.apart",
                home,
                volunteer.postcode() + " " + volunteer.town(),
                words.distance(family.centre().metresTo(volunteer.centre())),
                words.say("map.direction."
                        + Direction.from(family.centre(), volunteer.centre())
                                .name()
                                .toLowerCase(Locale.ROOT)));
    }

    private static List<Opinion.Option> options(
            List<Alternative> alternatives, Set<UUID> seen, Function<Alternative, String> name, Words words) {
        return alternatives.stream()
                .filter(one -> seen.contains(one.request().id().value())
                        && seen.contains(one.volunteer().id().value()))
                .map(one -> new Opinion.Option(
                        one.request().id().value(),
                        one.volunteer().id().value(),
                        name.apply(one),
                        words.distance(one.metres()),
                        one.fit().percent(),
                        Cost.of(one.regret(), seen, words)))
                .toList();
    }
}
