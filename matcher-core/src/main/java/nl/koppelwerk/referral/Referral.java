package nl.koppelwerk.referral;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.koppelwerk.domain.language.Language;
import nl.koppelwerk.domain.language.Level;
import nl.koppelwerk.domain.place.Place;
import nl.koppelwerk.domain.programme.Need;
import nl.koppelwerk.fit.rule.Asking;
import nl.koppelwerk.sentence.Argument;
import nl.koppelwerk.sentence.Sentence;

/**
 * A service that a request could be handed over to.
 *
 * @param needs of the request that it serves
 * @param met conditions that the family meets
 * @param missing conditions that it does not meet, or of which nothing is known; empty: all are met
 */
public record Referral(Service service, Set<Need> needs, List<Sentence> met, List<Sentence> missing) {
    /** More missing than this is not nearly. */
    private static final int NEARLY = 1;

    public Referral {
        needs = Need.setOf(needs);
        met = List.copyOf(met);
        missing = List.copyOf(missing);
    }

    /** Services for at least one of the needs whose conditions are met or nearly met, what is met first. */
    public static List<Referral> of(List<Service> services, Asking asking) {
        return services.stream()
                .filter(Service::open)
                .map(service -> of(service, asking))
                .filter(referral -> !referral.needs.isEmpty() && referral.missing.size() <= NEARLY)
                .sorted(Comparator.comparingInt((Referral referral) -> referral.missing.size())
                        .thenComparing(referral -> -referral.needs.size())
                        .thenComparing(referral -> referral.service.name()))
                .toList();
    }

    private static Referral of(Service service, Asking asking) {
        Set<Need> served = EnumSet.noneOf(Need.class);
        served.addAll(service.needs());
        served.retainAll(asking.request().needs());
        List<Sentence> met = new ArrayList<>();
        List<Sentence> missing = new ArrayList<>();
        for (Condition condition : service.conditions()) {
            Judged judged = judge(condition, asking);
            (judged.met ? met : missing).add(judged.sentence);
        }
        return new Referral(service, served, met, missing);
    }

    /** What was found of one condition. */
    private record Judged(boolean met, Sentence sentence) {
        static Judged of(boolean met, String key, Argument... arguments) {
            return new Judged(met, Sentence.of("referral." + key + (met ? ".yes" : ".no"), arguments));
        }
    }

    private static Judged judge(Condition condition, Asking asking) {
        return switch (condition) {
            case Condition.LivesIn where -> livesIn(where, asking.place());
            case Condition.Aged ages ->
                Judged.of(
                        aged(ages, asking),
                        ages.from() >= 18 ? "adult" : "aged",
                        new Argument.Count(ages.from()),
                        new Argument.Count(ages.to()));
            case Condition.ChildAtSchool school ->
                Judged.of(asking.family().school().isPresent(), "school");
            case Condition.SecondLanguage second -> secondLanguage(second, asking);
            case Condition.Speaks speaks ->
                Judged.of(
                        speaks.languages().stream()
                                .anyMatch(language -> asking.family()
                                        .languages()
                                        .level(language)
                                        .filter(level -> level.atLeast(Level.A2))
                                        .isPresent()),
                        "speaks",
                        new Argument.Tongues(speaks.languages()));
        };
    }

    private static Judged livesIn(Condition.LivesIn where, Optional<Place> place) {
        boolean there = place.filter(home -> where.names().stream()
                        .anyMatch(name ->
                                name.equalsIgnoreCase(home.municipality()) || name.equalsIgnoreCase(home.town())))
                .isPresent();
        return Judged.of(there, "lives-in", new Argument.Name(String.join(", ", new TreeSet<>(where.names()))));
    }

    /** Parents are taken for adults; how old they are is not known. */
    private static boolean aged(Condition.Aged ages, Asking asking) {
        if (ages.from() <= 18 && ages.to() >= 18) {
            return true;
        }
        for (int age : asking.ages()) {
            if (ages.from() <= age && age <= ages.to()) {
                return true;
            }
        }
        return false;
    }

    private static Judged secondLanguage(Condition.SecondLanguage second, Asking asking) {
        Optional<Level> dutch = asking.family().languages().level(Language.DUTCH);
        boolean enough = dutch.filter(level -> level.atLeast(second.atLeast()) && level != Level.C2)
                .isPresent();
        return Judged.of(enough, "second-language", new Argument.Speech(second.atLeast()));
    }
}
