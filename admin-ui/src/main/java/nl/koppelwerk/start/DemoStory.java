package nl.koppelwerk.start;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.domain.pairing.EndReason;
import nl.koppelwerk.domain.pairing.Outcome;
import nl.koppelwerk.domain.pairing.Side;
import nl.koppelwerk.domain.programme.LifeDomain;
import nl.koppelwerk.domain.week.Hours;
import nl.koppelwerk.pairing.life.Action;
import nl.koppelwerk.pairing.life.CheckIn;
import nl.koppelwerk.pairing.life.Pause;
import nl.koppelwerk.pairing.life.Reply;

/**
 * What happened to a made-up pairing, day by day.
 *
 * @param backup whether somebody is kept who could take over
 */
record DemoStory(LocalDate accepted, List<Event> events, boolean backup) {
    private static final Hours HOURS = Hours.parse("2.5");

    /** One action on a day. */
    record Event(LocalDate day, Action action, String note) {}

    static List<DemoStory> all(LocalDate today) {
        return List.of(
                since(today.minusDays(4)).told(),
                since(today.minusDays(10)).asked().reply(Side.FAMILY, Reply.YES).told(),
                since(today.minusDays(3))
                        .asked()
                        .reply(Side.VOLUNTEER, Reply.CALL_ME)
                        .told(),
                since(today.minusDays(6)).asked().agreed().told(),
                since(today.minusDays(8))
                        .asked()
                        .agreed()
                        .introduced(today.plusDays(1))
                        .told(),
                since(today.minusWeeks(7))
                        .untilTrial()
                        .checkIn(3, Side.FAMILY, 4, 2)
                        .told()
                        .withBackup(),
                since(today.minusWeeks(4)).untilTrial().told(),
                since(today.minusWeeks(33))
                        .untilRunning()
                        .checkIns(2, 3, 3, 4, 4, 4)
                        .told(),
                since(today.minusWeeks(16))
                        .untilRunning()
                        .checkIns(2, 3)
                        .paused(today.minusDays(9))
                        .told(),
                since(today.minusWeeks(32))
                        .untilRunning()
                        .checkIns(1, 2, 2, 3, 3)
                        .told(),
                since(today.minusWeeks(37))
                        .untilRunning()
                        .checkIns(2, 3, 4, 4, 5, 5)
                        .closing(today.minusDays(12))
                        .told(),
                since(today.minusWeeks(46))
                        .untilRunning()
                        .checkIns(3, 4, 4, 5, 5)
                        .aftercare(today.minusDays(40))
                        .told(),
                since(today.minusWeeks(52))
                        .untilRunning()
                        .checkIns(2, 3, 4, 5)
                        .ended(today.minusDays(20))
                        .told());
    }

    /** Somebody who was helped last year until it was no longer needed. */
    static DemoStory finished(LocalDate accepted, LocalDate ended, int... scores) {
        return since(accepted)
                .untilRunning()
                .familyCheckIns(scores)
                .ended(ended)
                .told();
    }

    /** Somebody who was helped last year until the volunteer left. */
    static DemoStory brokenOff(LocalDate accepted, LocalDate ended, int... scores) {
        return since(accepted)
                .untilRunning()
                .familyCheckIns(scores)
                .add(ended, new Action.End(Outcome.NOT_REACHED, EndReason.VOLUNTEER_STOPS, false), "")
                .told();
    }

    private DemoStory withBackup() {
        return new DemoStory(accepted, events, true);
    }

    private static Teller since(LocalDate accepted) {
        return new Teller(accepted);
    }

    /** Tells a story from its first day on. */
    private static final class Teller {
        private static final List<Integer> WEEKS = List.of(3, 10, 18, 22, 26, 30);

        private final LocalDate accepted;
        private final List<Event> events = new ArrayList<>();

        Teller(LocalDate accepted) {
            this.accepted = accepted;
        }

        DemoStory told() {
            return new DemoStory(accepted, List.copyOf(events), false);
        }

        private Teller add(LocalDate day, Action action, String note) {
            events.add(new Event(day, action, note));
            return this;
        }

        private LocalDate start() {
            return accepted.plusDays(12);
        }

        Teller asked() {
            return add(accepted.plusDays(1), new Action.Ask(), "");
        }

        Teller reply(Side side, Reply reply) {
            return add(accepted.plusDays(1), new Action.Answer(side, reply), "");
        }

        Teller agreed() {
            return add(accepted.plusDays(2), new Action.Answer(Side.FAMILY, Reply.YES), "Kan het best na schooltijd.")
                    .add(accepted.plusDays(3), new Action.Answer(Side.VOLUNTEER, Reply.YES), "");
        }

        Teller introduced(LocalDate on) {
            return add(accepted.plusDays(4), new Action.PlanIntroduction(on.atTime(15, 30), "Huis van de Wijk"), "");
        }

        Teller untilTrial() {
            return asked().agreed()
                    .introduced(accepted.plusDays(10))
                    .add(start(), new Action.StartTrial(start(), start().plusWeeks(6), HOURS), "");
        }

        Teller untilRunning() {
            return untilTrial().add(start().plusWeeks(2), new Action.StartRunning(HOURS), "Beiden zijn tevreden.");
        }

        Teller checkIn(int week, Side side, int mood, int score) {
            Map<LifeDomain, Integer> progress = side == Side.FAMILY
                    ? Map.of(
                            LifeDomain.SOCIAL, score,
                            LifeDomain.PARTICIPATION, Math.max(2, score - 1),
                            LifeDomain.FINANCE, Math.min(3, score))
                    : Map.of();
            CheckIn said = new CheckIn(mood, HOURS, Optional.empty(), CheckIn.Wish.CONTINUE, progress);
            return add(start().plusWeeks(week).plusDays(1), new Action.HoldCheckIn(side, said), "");
        }

        Teller checkIns(int... scores) {
            for (int i = 0; i < scores.length; i++) {
                checkIn(WEEKS.get(i), Side.FAMILY, Math.min(5, scores[i] + 1), scores[i]);
                checkIn(WEEKS.get(i), Side.VOLUNTEER, 4, scores[i]);
            }
            return this;
        }

        Teller familyCheckIns(int... scores) {
            for (int i = 0; i < scores.length; i++) {
                checkIn(WEEKS.get(i), Side.FAMILY, Math.min(5, scores[i] + 1), scores[i]);
            }
            return this;
        }

        Teller paused(LocalDate on) {
            return add(on, new Action.StartPause(Pause.Reason.ILLNESS, on.plusDays(30)), "");
        }

        Teller closing(LocalDate on) {
            return add(on, new Action.StartClosing(), "Na de kerst stopt de hulp.");
        }

        Teller aftercare(LocalDate on) {
            return closing(on.minusDays(21)).add(on, new Action.StartAftercare(on.plusWeeks(8)), "");
        }

        Teller ended(LocalDate on) {
            return aftercare(on.minusWeeks(8))
                    .add(on, new Action.End(Outcome.REACHED, EndReason.NO_LONGER_NEEDED, false), "");
        }
    }
}
