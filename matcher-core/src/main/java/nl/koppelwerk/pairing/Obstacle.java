package nl.koppelwerk.pairing;

import java.util.Set;

/**
 * A rule that stands in the way of a pair made by hand.
 *
 * @param rule its name, which the reason to pass over it is kept under
 */
public record Obstacle(String rule, Refusal why) {
    /**
     * What the law, safety or the people themselves demand, and being in two places at once: no reason is good enough.
     */
    private static final Set<String> FIRM = Set.of(
            "active", "screening-valid", "training-done", "not-blocked", "other-household", "volunteer-elsewhere");

    static Obstacle of(Refusal why) {
        return new Obstacle(
                switch (why) {
                    case Refusal.DoesNotFit(var finding) -> finding.rule();
                    case Refusal.VolunteerFull full -> "volunteer-full";
                    case Refusal.HoursUsedUp hours -> "hours-used-up";
                    case Refusal.HeavyAlready heavy -> "heavy-already";
                    case Refusal.VolunteerElsewhere elsewhere -> "volunteer-elsewhere";
                    case Refusal.FamilyElsewhere elsewhere -> "family-elsewhere";
                    case Refusal.IntroductionsFull full -> "introductions-full";
                    case Refusal.TimesChanged times -> "times";
                    default -> throw new IllegalArgumentException("not a rule on a pair: " + why);
                },
                why);
    }

    /** Whether a coordinator may pass over it, with a reason in writing. */
    public boolean mayBeOverridden() {
        return !FIRM.contains(rule);
    }
}
