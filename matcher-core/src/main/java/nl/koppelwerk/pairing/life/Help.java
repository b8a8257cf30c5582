package nl.koppelwerk.pairing.life;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.domain.pairing.Side;
import nl.koppelwerk.domain.programme.Rhythm;
import nl.koppelwerk.domain.week.Hours;

/**
 * The help itself, from the first day of the trial.
 *
 * @param trialUntil last day of the trial
 * @param heldWeeks week of the latest check-in with each side; none yet: not there
 * @param resumedOn first day after the latest pause
 * @param aftercareUntil day on which the aftercare is to end
 */
public record Help(
        LocalDate startedOn,
        LocalDate trialUntil,
        Hours hoursPerWeek,
        Map<Side, Integer> heldWeeks,
        Optional<Pause> pause,
        Optional<LocalDate> resumedOn,
        Optional<LocalDate> aftercareUntil) {
    public Help {
        heldWeeks = Map.copyOf(heldWeeks);
        if (!trialUntil.isAfter(startedOn)) {
            throw new IllegalArgumentException("a trial from " + startedOn + " until " + trialUntil);
        }
    }

    static Help from(LocalDate startedOn, LocalDate trialUntil, Hours hoursPerWeek) {
        return new Help(
                startedOn, trialUntil, hoursPerWeek, Map.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The day of the next check-in with this side; not before the help goes on after a pause. */
    LocalDate dueOn(Side side, Rhythm rhythm) {
        LocalDate planned = startedOn.plusWeeks(rhythm.after(heldWeeks.getOrDefault(side, 0)));
        return resumedOn.filter(day -> day.isAfter(planned)).orElse(planned);
    }

    /** The week that a check-in held today counts for: the last one that was due, else the next. */
    int weekToHold(Side side, Rhythm rhythm, LocalDate today) {
        int reached = rhythm.upTo((int) Math.max(0, ChronoUnit.WEEKS.between(startedOn, today)));
        return Math.max(reached, rhythm.after(heldWeeks.getOrDefault(side, 0)));
    }

    Help held(Side side, int week) {
        Map<Side, Integer> all = new EnumMap<>(Side.class);
        all.putAll(heldWeeks);
        all.put(side, week);
        return new Help(startedOn, trialUntil, hoursPerWeek, all, pause, resumedOn, aftercareUntil);
    }

    Help withTrialUntil(LocalDate day) {
        return new Help(startedOn, day, hoursPerWeek, heldWeeks, pause, resumedOn, aftercareUntil);
    }

    Help with(Hours hours) {
        return new Help(startedOn, trialUntil, hours, heldWeeks, pause, resumedOn, aftercareUntil);
    }

    Help with(Pause started) {
        return new Help(
                startedOn, trialUntil, hoursPerWeek, heldWeeks, Optional.of(started), resumedOn, aftercareUntil);
    }

    Help resumed(LocalDate day) {
        return new Help(
                startedOn, trialUntil, hoursPerWeek, heldWeeks, Optional.empty(), Optional.of(day), aftercareUntil);
    }

    Help withAftercareUntil(LocalDate day) {
        return new Help(startedOn, trialUntil, hoursPerWeek, heldWeeks, pause, resumedOn, Optional.of(day));
    }

    /** As it is at the end: whatever rested has ended too. */
    Help ended() {
        return new Help(startedOn, trialUntil, hoursPerWeek, heldWeeks, Optional.empty(), resumedOn, aftercareUntil);
    }
}
