package nl.koppelwerk.referral;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.koppelwerk.domain.language.Language;
import nl.koppelwerk.domain.language.Level;
import nl.koppelwerk.domain.programme.Need;
import nl.koppelwerk.fit.rule.Asking;
import nl.koppelwerk.sentence.Sentence;

/**
 * A need that a volunteer should not carry alone: who is trained for it does, and the volunteer can go along.
 *
 * @param why in words for a coordinator
 */
public record NotForVolunteers(Need need, Sentence why) {
    /** Of this request, in the order of the needs. */
    public static List<NotForVolunteers> of(Asking asking) {
        List<NotForVolunteers> found = new ArrayList<>();
        for (Need need : asking.request().needs()) {
            if (concerns(need, asking)) {
                found.add(new NotForVolunteers(
                        need,
                        Sentence.of("referral.trained."
                                + need.name().toLowerCase(Locale.ROOT).replace('_', '-'))));
            }
        }
        return List.copyOf(found);
    }

    private static boolean concerns(Need need, Asking asking) {
        return switch (need) {
            case OTHER_NEED, EDUCATION, WORK -> true;
            case DUTCH_LANGUAGE ->
                asking.family()
                        .languages()
                        .level(Language.DUTCH)
                        .filter(level -> level.atLeast(Level.B1))
                        .isEmpty();
            case FINANCE, HOUSING, HEALTH, DOMESTIC_RELATIONS ->
                asking.request().heavy();
            case PARENTING, SOCIAL_NETWORK, DAILY_LIVING, DAYTIME_ACTIVITY_CHILD, DAYTIME_ACTIVITY_PARENT -> false;
        };
    }
}
