package nl.koppelwerk.ui.pairing;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.koppelwerk.domain.pairing.EndReason;
import nl.koppelwerk.domain.pairing.Outcome;
import nl.koppelwerk.domain.pairing.Side;
import nl.koppelwerk.domain.programme.LifeDomain;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.pairing.life.Action;
import nl.koppelwerk.pairing.life.CheckIn;
import nl.koppelwerk.pairing.life.Pause;
import nl.koppelwerk.pairing.life.Reply;

/** The forms of a pairing's page, each by the last part of its address, with the action that it stands for. */
enum Form {
    ASK("ask", sent -> new Action.Ask()),
    ANSWER("answer", sent -> new Action.Answer(sent.choice("side", Side.class), sent.choice("reply", Reply.class))),
    INTRODUCTION(
            "introduction",
            sent -> new Action.PlanIntroduction(sent.date("date").atTime(sent.time("time")), sent.text("place"))),
    TRIAL("trial", Form::trial),
    EXTEND("extend", sent -> new Action.ExtendTrial(sent.date("until"))),
    RUNNING("running", sent -> new Action.StartRunning(sent.hours("hours"))),
    HOURS("hours", sent -> new Action.ChangeHours(sent.hours("hours"))),
    CHECK_IN("check-in", Form::checkIn),
    PAUSE("pause", sent -> new Action.StartPause(sent.choice("reason", Pause.Reason.class), sent.date("back"))),
    RESUME("resume", sent -> new Action.EndPause()),
    CLOSING("closing", sent -> new Action.StartClosing()),
    AFTERCARE("aftercare", sent -> new Action.StartAftercare(sent.date("until"))),
    END(
            "end",
            sent -> new Action.End(
                    sent.choice("outcome", Outcome.class),
                    sent.choice("reason", EndReason.class),
                    sent.ticked("asksAgain"))),
    /** Ends it, with the request open again; the backup may take over at once. */
    REMATCH(
            "rematch",
            sent -> new Action.End(
                    sent.choice("outcome", Outcome.class), sent.choice("reason", EndReason.class), true)),
    BACKUP("backup", sent -> new Action.KeepBackup(new VolunteerId(sent.id("volunteer")))),
    RELEASE("release", sent -> new Action.ReleaseBackup()),
    SEE_TO("see-to", sent -> new Action.SeeTo()),
    TAKE_ON("take-on", sent -> new Action.TakeOn());

    /** What staff spends on the pairing; may be left out. */
    static final String STAFF_HOURS = "staffHours";

    private static final String NOTE = "note";

    private final String path;
    private final Function<Sent, Action> reading;

    Form(String path, Function<Sent, Action> reading) {
        this.path = path;
        this.reading = reading;
    }

    static Optional<Form> at(String path) {
        return Arrays.stream(values()).filter(form -> form.path.equals(path)).findFirst();
    }

    String path() {
        return path;
    }

    /** What was asked for; only meant when all of it could be read. */
    Action read(Sent sent) {
        sent.note(NOTE);
        return reading.apply(sent);
    }

    private static Action trial(Sent sent) {
        sent.maybeHours(STAFF_HOURS);
        return new Action.StartTrial(sent.date("from"), sent.date("until"), sent.hours("hours"));
    }

    private static Action checkIn(Sent sent) {
        sent.maybeHours(STAFF_HOURS);
        Side side = sent.choice("side", Side.class);
        int mood = sent.score("mood", false);
        var hours = sent.hours("hours");
        boolean worried = sent.choice("worried", YesNo.class) == YesNo.YES;
        Optional<String> worries = worried ? Optional.of(sent.text("worries")) : Optional.empty();
        CheckIn.Wish wish = sent.choice("wish", CheckIn.Wish.class);
        Map<LifeDomain, Integer> progress = new EnumMap<>(LifeDomain.class);
        for (LifeDomain domain : PairingPage.DOMAINS) {
            int score = sent.score(domain.name(), true);
            if (score > 0) {
                progress.put(domain, score);
            }
        }
        return new Action.HoldCheckIn(side, new CheckIn(mood, hours, worries, wish, progress));
    }

    /** A question that has to be answered. */
    private enum YesNo {
        NO,
        YES
    }
}
