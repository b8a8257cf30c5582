package nl.koppelwerk.data.sharing;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.person.By;
import nl.koppelwerk.domain.programme.ProgrammeId;

/**
 * Two programmes agree to share volunteers, or stop doing so. Programmes of one organisation need one person for that; those
 * of two need somebody on either side. Inside the scope of the organisation; whom each speaks for is the caller's to check.
 */
public final class Agreeing {
    private final Agreements agreements;
    private final Audit audit;
    private final Clock clock;

    public Agreeing(Agreements agreements, Audit audit, Clock clock) {
        this.agreements = agreements;
        this.audit = audit;
        this.clock = clock;
    }

    /** What came of it. */
    public enum Outcome {
        /** The other side is asked. */
        ASKED,
        /** From now on they share. */
        AGREED,
        ENDED,
        /** There is no such programme, or nothing to agree to or to end: a colleague was first. */
        TOO_LATE,
        /** Who asked cannot agree in the name of the other organisation too. */
        SAME_PERSON
    }

    public List<Agreement> of(ProgrammeId programme) {
        return agreements.of(programme);
    }

    public List<Agreement.Partner> strangers(ProgrammeId programme) {
        return agreements.strangers(programme);
    }

    /** Programmes of one organisation agree by that. */
    public Outcome ask(Agreements.Pair pair, By by) {
        Optional<Agreement.Partner> with = agreements.strangers(pair.programme()).stream()
                .filter(partner -> partner.id().equals(pair.with()))
                .findFirst();
        if (with.isEmpty()
                || !agreements.ask(
                        pair, clock.instant(), by.account(), with.get().sameHouse())) {
            return Outcome.TOO_LATE;
        }
        return noted(pair, by, with.get().sameHouse() ? Outcome.AGREED : Outcome.ASKED);
    }

    /** @param version the one that was on the page */
    public Outcome agree(Agreements.Pair pair, int version, By by) {
        Optional<Agreement> waiting = find(pair, version).filter(one -> one.waits() && !one.askedHere());
        if (waiting.isEmpty()) {
            return Outcome.TOO_LATE;
        }
        Agreement asked = waiting.get();
        if (!asked.with().sameHouse() && asked.asked().account().equals(by.account())) {
            return Outcome.SAME_PERSON;
        }
        return agreements.agree(pair, version, clock.instant(), by.account())
                ? noted(pair, by, Outcome.AGREED)
                : Outcome.TOO_LATE;
    }

    /** Either side can, alone; also while the other has not answered. What is proposed or runs already goes on. */
    public Outcome end(Agreements.Pair pair, int version, By by) {
        return agreements.end(pair, version, clock.instant(), by.account())
                ? noted(pair, by, Outcome.ENDED)
                : Outcome.TOO_LATE;
    }

    private Optional<Agreement> find(Agreements.Pair pair, int version) {
        return agreements.of(pair.programme()).stream()
                .filter(one -> one.with().id().equals(pair.with()) && one.version() == version)
                .findFirst();
    }

    private Outcome noted(Agreements.Pair pair, By by, Outcome outcome) {
        audit.add(
                by.organisation(),
                new AuditEntry(
                        Optional.of(by.account()),
                        AuditEntry.Action.CHANGED,
                        AuditEntry.Subject.PROGRAMME,
                        pair.programme().value().toString(),
                        Map.of(
                                "what",
                                "SHARING_" + outcome,
                                "with",
                                pair.with().value().toString())));
        return outcome;
    }
}
