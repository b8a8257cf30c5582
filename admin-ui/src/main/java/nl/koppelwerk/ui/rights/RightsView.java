package nl.koppelwerk.ui.rights;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.consent.Consent;
import nl.koppelwerk.data.erasure.Erasure;
import nl.koppelwerk.data.erasure.ErasureRequests;
import nl.koppelwerk.data.erasure.LegalHolds;
import nl.koppelwerk.data.erasure.Person;
import nl.koppelwerk.data.sides.OtherSide;

/** What the page of a person's rights shows: what was asked, what keeps from it, and what erasing would do. */
public record RightsView(Known known, Erasure rehearsed) {
    /** Where things stand. */
    public record Known(
            Person person,
            String name,
            Optional<ErasureRequests.Open> request,
            Optional<LegalHolds.Hold> hold,
            Agreed agreed,
            List<OtherSide> others) {}

    /**
     * What the person agreed to.
     *
     * @param current which text there is to agree to now
     * @param organisation its name, which stands in the text
     */
    public record Agreed(Optional<Consent> said, String current, String organisation) {
        public boolean holds() {
            return said.filter(Consent::holds).isPresent();
        }

        /** Whether the person can still agree: never said, said to an earlier text, or taken back. */
        public boolean due() {
            return said.filter(Consent::toCurrentText).isEmpty();
        }
    }

    /** How many of something, by the name that messages know it by. */
    public record Line(String what, long count) {}

    /** Address of the person's page. */
    public String page() {
        return page(known.person());
    }

    static String page(Person person) {
        return (person.side() == Person.Side.FAMILY ? "/families/" : "/volunteers/") + person.id();
    }

    public boolean possible() {
        return rehearsed instanceof Erasure.Erased;
    }

    /** To be ended first. */
    public List<UUID> pairings() {
        return rehearsed instanceof Erasure.Refused(Erasure.Reason reason, List<UUID> pairings) ? pairings : List.of();
    }

    public List<Line> gone() {
        return rehearsed instanceof Erasure.Erased(Map<Erasure.Gone, Long> gone, Map<Erasure.Stays, Long> stays)
                ? lines(gone)
                : List.of();
    }

    public List<Line> stays() {
        return rehearsed instanceof Erasure.Erased(Map<Erasure.Gone, Long> gone, Map<Erasure.Stays, Long> stays)
                ? lines(stays)
                : List.of();
    }

    private static List<Line> lines(Map<? extends Enum<?>, Long> counts) {
        return counts.entrySet().stream()
                .map(entry -> new Line(entry.getKey().name(), entry.getValue()))
                .toList();
    }
}
