package nl.koppelwerk.ui.referral;

import java.util.List;
import java.util.TreeSet;
import nl.koppelwerk.domain.language.Language;
import nl.koppelwerk.referral.Condition;
import nl.koppelwerk.referral.Service;
import nl.koppelwerk.ui.shell.Words;

/**
 * A service as the directory shows it.
 *
 * @param asks its conditions, each in a few words
 */
record ServiceLine(Service service, String needs, List<String> asks) {
    private static final int ADULT = 18;
    private static final int OLDEST = 150;

    static ServiceLine of(Service service, Words words) {
        return new ServiceLine(
                service,
                words.needs(service.needs()),
                service.conditions().stream().map(one -> asks(one, words)).toList());
    }

    private static String asks(Condition condition, Words words) {
        return switch (condition) {
            case Condition.LivesIn where ->
                words.say("service.asks.area", String.join(", ", new TreeSet<>(where.names())));
            case Condition.Aged ages when ages.to() >= OLDEST -> words.say("service.asks.from", ages.from());
            case Condition.Aged ages
            when ages.from() >= ADULT -> words.say("service.asks.adult", ages.from(), ages.to());
            case Condition.Aged ages -> words.say("service.asks.aged", ages.from(), ages.to());
            case Condition.ChildAtSchool school -> words.say("service.asks.school");
            case Condition.SecondLanguage second ->
                words.say("service.asks.second", second.atLeast().name());
            case Condition.Speaks speaks ->
                words.say(
                        "service.asks.speaks",
                        words.joined(speaks.languages().stream()
                                .map(words::language)
                                .sorted()
                                .toList()));
        };
    }

    /** All that a service names, for the list to choose from. */
    static List<Language> languages(List<Service> all) {
        return all.stream()
                .flatMap(service -> service.conditions().stream())
                .filter(Condition.Speaks.class::isInstance)
                .flatMap(speaks -> ((Condition.Speaks) speaks).languages().stream())
                .distinct()
                .sorted(java.util.Comparator.comparing(Language::code))
                .toList();
    }

    static List<String> areas(List<Service> all) {
        return all.stream()
                .flatMap(service -> service.conditions().stream())
                .filter(Condition.LivesIn.class::isInstance)
                .flatMap(where -> ((Condition.LivesIn) where).names().stream())
                .distinct()
                .sorted()
                .toList();
    }
}
