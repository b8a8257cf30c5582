package nl.koppelwerk.referral;

import java.util.Set;
import nl.koppelwerk.domain.language.Language;
import nl.koppelwerk.domain.language.Level;

/** What a service asks of those who come to it, as far as it can be held against what is known of a family. */
public sealed interface Condition {
    /** @param names of municipalities or towns */
    record LivesIn(Set<String> names) implements Condition {
        public LivesIn {
            names = Set.copyOf(names);
        }
    }

    /**
     * Somebody in the household has this age.
     *
     * @param from in years
     * @param to this age included
     */
    record Aged(int from, int to) implements Condition {}

    /** A child goes to a school; which schools take part is for a person to ask. */
    record ChildAtSchool() implements Condition {}

    /** Dutch is not the first language, and spoken at this level at least. */
    record SecondLanguage(Level atLeast) implements Condition {}

    /** The family speaks one of these. */
    record Speaks(Set<Language> languages) implements Condition {
        public Speaks {
            languages = Set.copyOf(languages);
        }
    }
}
