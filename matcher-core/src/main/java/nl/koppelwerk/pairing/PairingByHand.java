package nl.koppelwerk.pairing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nl.koppelwerk.domain.pairing.Pairing;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.domain.pairing.Step;
import nl.koppelwerk.domain.snapshot.Snapshot;
import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.fit.Fit;
import nl.koppelwerk.fit.Rules;
import nl.koppelwerk.fit.Sides;
import nl.koppelwerk.fit.rule.Pair;

/**
 * A coordinator pairs a family with a volunteer of choice. Every rule is asked; each one passed over is named and has a
 * reason in writing, and some cannot be passed over at all.
 */
public final class PairingByHand {
    private final Pairings pairings;
    private final Clock clock;
    private final Supplier<UUID> ids;
    private final Decisions decisions;

    /** @param clock in the zone of the coordinators */
    public PairingByHand(Pairings pairings, Clock clock, Supplier<UUID> ids) {
        this.pairings = pairings;
        this.clock = clock;
        this.ids = ids;
        this.decisions = new Decisions(pairings, clock);
    }

    /** What the rules say; empty when there is no such request or volunteer. Changes nothing. */
    public Optional<Judged> judge(HandMade wanted) {
        return pairings.sketch(new PairingId(ids.get()), wanted).map(this::judged);
    }

    /** Accepts the pair. Inside one transaction of the organisation. */
    public Decision accept(HandMade wanted, CoordinatorId by) {
        return make(wanted, by, proposal -> {
            Pairing accepted = proposal.to(Step.ACCEPTED);
            pairings.keep(accepted, byHand(Step.ACCEPTED, wanted, by));
            return accepted;
        });
    }

    /**
     * Holds the volunteer for the family. Inside one transaction of the organisation.
     *
     * @param until first day on which the volunteer is free again
     */
    public Decision hold(HandMade wanted, LocalDate until, CoordinatorId by) {
        Optional<Refusal> wrong = decisions.wrongDate(until, HoldingProposals.DAYS_AT_MOST);
        if (wrong.isPresent()) {
            return new Decision.Refused(wrong.get());
        }
        return make(wanted, by, proposal -> {
            Pairing reserved = proposal.reopened();
            pairings.reserve(reserved, until, byHand(Step.PROPOSED, wanted, by));
            return reserved;
        });
    }

    /** What becomes of the new proposal. */
    private interface Next {
        Pairing of(Pairing proposal);
    }

    private Decision make(HandMade wanted, CoordinatorId by, Next next) {
        if (!pairings.hold(wanted.request(), wanted.volunteer())) {
            return new Decision.Refused(new Refusal.Gone());
        }
        Pairing sketch = pairings.sketch(new PairingId(ids.get()), wanted).orElseThrow();
        Judged judged = judged(sketch);
        Optional<Refusal> refusal = refusal(sketch, judged, wanted);
        if (refusal.isPresent()) {
            return new Decision.Refused(refusal.get());
        }
        judged.standing()
                .ifPresent(before -> pairings.keep(
                        before.to(Step.ENDED), decisions.change(Step.PROPOSED, Step.ENDED, by, Occasion.REPLACED)));
        pairings.add(sketch, by, clock.instant());
        judged.obstacles()
                .forEach(obstacle -> pairings.keepOverridden(
                        sketch.id(),
                        obstacle.rule(),
                        wanted.justifications()
                                .getOrDefault(obstacle.rule(), "")
                                .strip()));
        return new Decision.Taken(next.of(sketch));
    }

    private Optional<Refusal> refusal(Pairing sketch, Judged judged, HandMade wanted) {
        if (judged.standing().filter(other -> other.step() != Step.PROPOSED).isPresent()) {
            return Optional.of(
                    new Refusal.AlreadyDecided(judged.standing().get().step()));
        }
        if (!pairings.open(sketch.request())) {
            return Optional.of(new Refusal.RequestClosed());
        }
        List<Obstacle> unjustified = judged.obstacles().stream()
                .filter(obstacle -> !wanted.justifies(obstacle))
                .toList();
        return unjustified.isEmpty() ? Optional.empty() : Optional.of(new Refusal.NotJustified(unjustified));
    }

    private Judged judged(Pairing sketch) {
        Snapshot around = pairings.around(sketch, decisions.today());
        Pair pair = new Sides(around).getPair(sketch.request(), sketch.volunteer());
        Fit fit = Rules.judge(pair);
        Commitments commitments = new Commitments(around, sketch, pairings.introductionsUnderWay(sketch.request()));
        Stream<Refusal> rules = fit.obstacles().stream().map(Refusal.DoesNotFit::new);
        DayParts free = commitments.free();
        return new Judged(
                fit,
                pair.metres(),
                free,
                Stream.concat(rules, commitments.obstacles()).map(Obstacle::of).toList(),
                pairings.standing(sketch.request()));
    }

    private Change byHand(Step to, HandMade wanted, CoordinatorId by) {
        return decisions.change(Step.PROPOSED, to, by, Optional.of(Occasion.BY_HAND.name()), wanted.note());
    }
}
