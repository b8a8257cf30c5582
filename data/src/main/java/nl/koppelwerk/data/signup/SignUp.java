package nl.koppelwerk.data.signup;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.koppelwerk.domain.language.Languages;
import nl.koppelwerk.domain.pairing.Side;
import nl.koppelwerk.domain.place.Postcode;
import nl.koppelwerk.domain.programme.Need;
import nl.koppelwerk.domain.programme.ProgrammeId;
import nl.koppelwerk.domain.programme.SupportKind;
import nl.koppelwerk.domain.week.DayParts;

/**
 * What somebody says who signs up.
 *
 * @param referrer who brings a family; empty: it comes by itself
 */
public record SignUp(Side side, Contact contact, Wish wish, Optional<Referrer> referrer, Consent consent) {
    /** How to reach the family or the volunteer. */
    public record Contact(String name, Optional<String> email, Optional<String> phone, Postcode postcode) {}

    /**
     * What is offered or asked.
     *
     * @param kind empty: a family that did not say
     * @param programme empty: not said, a coordinator chooses
     * @param birthYears of the children of a family
     */
    public record Wish(
            Languages languages,
            DayParts dayParts,
            Optional<SupportKind> kind,
            Optional<ProgrammeId> programme,
            Set<Need> needs,
            List<Integer> birthYears,
            Set<Signal> signals) {
        public Wish {
            needs = Set.copyOf(needs);
            birthYears = List.copyOf(birthYears);
            signals = Set.copyOf(signals);
        }
    }

    /** What no night may wait for. */
    public enum Signal {
        DANGER,
        VIOLENCE,
        /** Somebody thinks of suicide. */
        DESPAIR,
        EMPTY_FRIDGE,
        EVICTION,
        EXHAUSTED
    }

    /** Who brings a family. */
    public enum ReferrerKind {
        SCHOOL,
        DOCTOR,
        NEIGHBOURHOOD_TEAM,
        HOME_VISITOR,
        OTHER
    }

    /** @param mayFollow the family agreed that the referrer sees where the request stands */
    public record Referrer(
            ReferrerKind kind,
            String name,
            String organisation,
            Optional<String> email,
            Optional<String> phone,
            boolean mayFollow) {}

    /**
     * What the person agreed to.
     *
     * @param version of the text
     * @param language of the page that showed it, and of mail in answer
     */
    public record Consent(String version, String language) {}

    /** Whether a coordinator is told at once. */
    public boolean urgent() {
        return !wish.signals().isEmpty();
    }

    /** Where mail about it goes: to whoever filled in the form. */
    public Optional<String> address() {
        return referrer.isPresent() ? referrer.get().email() : contact.email();
    }
}
