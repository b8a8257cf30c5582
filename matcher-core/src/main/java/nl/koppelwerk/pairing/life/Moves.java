package nl.koppelwerk.pairing.life;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import nl.koppelwerk.domain.pairing.Outcome;
import nl.koppelwerk.domain.pairing.Step;
import nl.koppelwerk.domain.week.Hours;

/** Which action is possible in which step, and what it leads to. */
public final class Moves {
    /** How long ago an introduction or the start of a trial may be noted, and how far ahead anything is planned. */
    private static final int DAYS_BACK = 92;

    private static final int DAYS_AHEAD = 366;
    private static final Set<Step> UNSURE = EnumSet.of(Step.ACCEPTED, Step.ASKED, Step.INTRODUCTION, Step.TRIAL);
    private static final Set<Step> ANSWERING = EnumSet.of(Step.ASKED, Step.INTRODUCTION);
    private static final Set<Step> STARTED = EnumSet.of(Step.TRIAL, Step.RUNNING, Step.CLOSING, Step.AFTERCARE);

    private final Life life;
    private final LocalDate today;

    private Moves(Life life, LocalDate today) {
        this.life = life;
        this.today = today;
    }

    /** The life of a pairing after this action, or why it cannot be done. */
    public static Advance after(Life life, Action action, LocalDate today) {
        Moves moves = new Moves(life, today);
        return moves.obstacle(action)
                .<Advance>map(Advance.Refused::new)
                .orElseGet(() -> new Advance.Done(moves.done(action)));
    }

    private Optional<NotPossible> obstacle(Action action) {
        return switch (action) {
            case Action.Ask ask -> in(Step.ACCEPTED);
            case Action.Answer answer -> in(ANSWERING).or(this::planned);
            case Action.PlanIntroduction plan ->
                in(Step.INTRODUCTION)
                        .or(this::disagreed)
                        .or(() -> between(plan.at().toLocalDate(), back(), ahead()));
            case Action.StartTrial start ->
                in(Step.INTRODUCTION).or(this::disagreed).or(() -> cannotStart(start));
            case Action.ExtendTrial extend ->
                in(Step.TRIAL).or(() -> between(extend.until(), started().plusDays(1), ahead()));
            case Action.StartRunning run -> in(Step.TRIAL).or(this::resting).or(() -> tooFew(run.hoursPerWeek()));
            case Action.ChangeHours change -> in(Life.HELPING).or(() -> tooFew(change.hoursPerWeek()));
            case Action.HoldCheckIn held -> in(STARTED);
            case Action.StartPause pause ->
                in(Life.HELPING).or(this::resting).or(() -> between(pause.backOn(), today.plusDays(1), ahead()));
            case Action.EndPause end -> in(Life.HELPING).or(() -> unless(paused(), NotPossible.NotResting::new));
            case Action.StartClosing close -> in(Step.RUNNING).or(this::resting);
            case Action.StartAftercare care ->
                in(Step.CLOSING).or(this::resting).or(() -> between(care.until(), today, ahead()));
            case Action.End end -> standing().or(() -> unfit(end.outcome()));
            case Action.KeepBackup backup ->
                in(UNSURE)
                        .or(() -> unless(
                                !backup.volunteer().equals(life.pairing().volunteer()), NotPossible.SamePerson::new));
            case Action.ReleaseBackup release ->
                standing().or(() -> unless(life.backup().isPresent(), NotPossible.NoBackup::new));
            case Action.SeeTo see ->
                standing().or(() -> unless(life.attentionSince().isPresent(), NotPossible.NothingToSeeTo::new));
            case Action.TakeOn take -> standing();
        };
    }

    private Life done(Action action) {
        return switch (action) {
            case Action.Ask ask -> life.to(Step.ASKED);
            case Action.Answer answer -> answered(answer);
            case Action.PlanIntroduction plan ->
                life.again().with(life.meeting().with(planned(plan)));
            case Action.StartTrial start ->
                life.to(Step.TRIAL).with(Help.from(start.from(), start.until(), start.hoursPerWeek()));
            case Action.ExtendTrial extend -> life.again().with(help().withTrialUntil(extend.until()));
            case Action.StartRunning run ->
                life.to(Step.RUNNING).with(help().with(run.hoursPerWeek())).withBackup(Optional.empty());
            case Action.ChangeHours change -> life.again().with(help().with(change.hoursPerWeek()));
            case Action.HoldCheckIn held -> heard(held);
            case Action.StartPause pause ->
                life.again().with(help().with(new Pause(today, pause.backOn(), pause.reason())));
            case Action.EndPause end -> life.again().with(help().resumed(today));
            case Action.StartClosing close -> life.to(Step.CLOSING);
            case Action.StartAftercare care -> life.to(Step.AFTERCARE).with(help().withAftercareUntil(care.until()));
            case Action.End end ->
                life.to(Step.ENDED).with(new Ending(today, end.outcome(), end.reason(), end.asksAgain()));
            case Action.KeepBackup backup -> life.again().withBackup(Optional.of(backup.volunteer()));
            case Action.ReleaseBackup release -> life.again().withBackup(Optional.empty());
            case Action.SeeTo see -> life.again().withAttentionSince(Optional.empty());
            case Action.TakeOn take -> life.again();
        };
    }

    private Life answered(Action.Answer answer) {
        Meeting meeting = life.meeting().with(answer.side(), answer.reply());
        boolean allWell = meeting.replies().values().stream().allMatch(reply -> reply == Reply.YES);
        return (meeting.agreed() && life.step() == Step.ASKED ? life.to(Step.INTRODUCTION) : life.again())
                .with(meeting)
                .withAttentionSince(
                        allWell ? Optional.empty() : life.attentionSince().or(() -> Optional.of(today)));
    }

    private Introduction planned(Action.PlanIntroduction plan) {
        int changes = life.meeting()
                .introduction()
                .map(before -> before.changes() + 1)
                .orElse(0);
        return new Introduction(plan.at(), plan.place(), changes);
    }

    private Life heard(Action.HoldCheckIn held) {
        int week = help().weekToHold(held.side(), life.rhythm(), today);
        Life after = life.again().with(help().held(held.side(), week));
        return held.said().asksForAttention()
                ? after.withAttentionSince(life.attentionSince().or(() -> Optional.of(today)))
                : after;
    }

    private Optional<NotPossible> cannotStart(Action.StartTrial start) {
        Optional<Introduction> introduction = life.meeting().introduction();
        if (introduction.isEmpty()) {
            return Optional.of(new NotPossible.IntroductionMissing());
        }
        LocalDate met = introduction.get().at().toLocalDate();
        return between(start.from(), met, ahead())
                .or(() -> between(start.until(), start.from().plusDays(1), ahead()))
                .or(() -> tooFew(start.hoursPerWeek()));
    }

    /** An answer can be another one until the two have a date. */
    private Optional<NotPossible> planned() {
        return unless(life.meeting().introduction().isEmpty(), () -> new NotPossible.WrongStep(life.step()));
    }

    private Optional<NotPossible> disagreed() {
        return unless(life.meeting().agreed(), NotPossible.NotAgreed::new);
    }

    /** What came of help can only be said where there was help. */
    private Optional<NotPossible> unfit(Outcome outcome) {
        boolean started = life.help().isPresent();
        return unless(started != (outcome == Outcome.NEVER_STARTED), () -> new NotPossible.OutcomeDoesNotFit(started));
    }

    private Optional<NotPossible> in(Step step) {
        return in(EnumSet.of(step));
    }

    private Optional<NotPossible> in(Set<Step> steps) {
        return unless(steps.contains(life.step()), () -> new NotPossible.WrongStep(life.step()));
    }

    /** Not a proposal any more, and not ended yet. */
    private Optional<NotPossible> standing() {
        return in(EnumSet.complementOf(EnumSet.of(Step.PROPOSED, Step.ENDED)));
    }

    private Optional<NotPossible> resting() {
        return life.help().flatMap(Help::pause).map(pause -> new NotPossible.Resting(pause.backOn()));
    }

    private boolean paused() {
        return life.help().flatMap(Help::pause).isPresent();
    }

    private static Optional<NotPossible> tooFew(Hours hours) {
        return unless(hours.quarters() > 0, NotPossible.NoHours::new);
    }

    private static Optional<NotPossible> between(LocalDate day, LocalDate earliest, LocalDate latest) {
        return unless(
                !day.isBefore(earliest) && !day.isAfter(latest), () -> new NotPossible.DayOutOfRange(earliest, latest));
    }

    private static Optional<NotPossible> unless(boolean fine, Supplier<NotPossible> why) {
        return fine ? Optional.empty() : Optional.of(why.get());
    }

    private LocalDate back() {
        return today.minusDays(DAYS_BACK);
    }

    private LocalDate ahead() {
        return today.plusDays(DAYS_AHEAD);
    }

    private LocalDate started() {
        return help().startedOn();
    }

    private Help help() {
        return life.help()
                .orElseThrow(() -> new IllegalStateException(
                        "pairing " + life.pairing().id().value() + " is in step " + life.step() + " without help"));
    }
}
