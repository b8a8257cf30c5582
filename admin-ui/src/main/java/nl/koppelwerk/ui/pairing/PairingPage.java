package nl.koppelwerk.ui.pairing;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.koppelwerk.data.monitor.StaffHours;
import nl.koppelwerk.data.programme.ProgrammeFile;
import nl.koppelwerk.data.sharing.Lending;
import nl.koppelwerk.data.view.PairingView;
import nl.koppelwerk.domain.pairing.EndReason;
import nl.koppelwerk.domain.pairing.Outcome;
import nl.koppelwerk.domain.pairing.Side;
import nl.koppelwerk.domain.pairing.Step;
import nl.koppelwerk.domain.programme.LifeDomain;
import nl.koppelwerk.pairing.life.CheckIn;
import nl.koppelwerk.pairing.life.Help;
import nl.koppelwerk.pairing.life.Introduction;
import nl.koppelwerk.pairing.life.Life;
import nl.koppelwerk.pairing.life.Pause;
import nl.koppelwerk.pairing.life.Reply;
import org.jspecify.annotations.Nullable;

/**
 * One pairing as its page shows it, with the form that was sent in vain, if one was.
 *
 * @param opened path of that form; empty: none was sent
 */
record PairingPage(PairingView pairing, Life life, Moment now, Sent sent, String opened) {
    /**
     * When the page is read, and what is known by then beside the pairing.
     *
     * @param mail whether mail goes out
     * @param staff hours of staff, oldest first
     * @param phase that the programme says the help is usually in by now
     * @param lending what the programme of the volunteer says, when that is another one
     */
    record Moment(
            LocalDate today,
            boolean mail,
            List<StaffHours.Noted> staff,
            Optional<ProgrammeFile.Phase> phase,
            Optional<Lending> lending) {}

    /** The life domains that progress is scored in. */
    static final List<LifeDomain> DOMAINS = Arrays.stream(LifeDomain.values())
            .filter(domain -> domain != LifeDomain.OTHER)
            .toList();

    /** What the history calls the actions that do not end a pairing. */
    static final Set<String> ACTIONS = Set.of(
            "ASK",
            "LENDER_SAYS_YES",
            "LENDER_SAYS_NO",
            "FAMILY_SAYS_YES",
            "FAMILY_SAYS_NO",
            "FAMILY_SAYS_CALL_ME",
            "VOLUNTEER_SAYS_YES",
            "VOLUNTEER_SAYS_NO",
            "VOLUNTEER_SAYS_CALL_ME",
            "PLAN_INTRODUCTION",
            "START_TRIAL",
            "EXTEND_TRIAL",
            "START_RUNNING",
            "CHANGE_HOURS",
            "CHECK_IN_FAMILY",
            "CHECK_IN_VOLUNTEER",
            "PAUSE_HOLIDAY",
            "PAUSE_ILLNESS",
            "PAUSE_BUSY",
            "PAUSE_CIRCUMSTANCES",
            "PAUSE_OTHER_PAUSE",
            "END_PAUSE",
            "START_CLOSING",
            "START_AFTERCARE",
            "KEEP_BACKUP",
            "RELEASE_BACKUP",
            "SEE_TO",
            "TAKE_ON");

    private static final int AFTERCARE_WEEKS = 8;
    private static final int PAUSE_WEEKS = 4;

    /** A check-in that is to be held, or may be. */
    record CheckInDue(Side side, Optional<LocalDate> on, boolean due) {}

    static PairingPage of(PairingView pairing, Life life, Moment now) {
        return new PairingPage(pairing, life, now, Sent.NOTHING, "");
    }

    PairingPage with(Form form, Sent tried) {
        return new PairingPage(pairing, life, now, tried, form.path());
    }

    public LocalDate today() {
        return now.today();
    }

    public int version() {
        return life.pairing().version();
    }

    public Step step() {
        return pairing.step();
    }

    /** The steps from accepted to aftercare, for the line at the top. */
    public List<Step> steps() {
        return Stream.of(Step.values()).filter(step -> step != Step.PROPOSED).toList();
    }

    /** {@code done}, {@code now} or {@code todo}; of a pairing that ended early, only what it passed is done. */
    public String state(Step step) {
        if (step == step()) {
            return "now";
        }
        boolean passed = pairing.history().stream().anyMatch(event -> event.to() == step);
        return passed && step.ordinal() < step().ordinal() ? "done" : "todo";
    }

    /** What is to be done next: the main form of the page. */
    public String next() {
        if (resting().isPresent()) {
            return "resume";
        }
        return switch (step()) {
            case ACCEPTED -> lent() ? "ask" : "lender";
            case ASKED -> anybodySaidNo() ? "rematch" : "answer";
            case INTRODUCTION -> introducing();
            case TRIAL -> anyDue() ? "check-in" : "running";
            case RUNNING -> anyDue() ? "check-in" : "wait";
            case CLOSING -> "aftercare";
            case AFTERCARE -> "end";
            case PROPOSED, ENDED -> "none";
        };
    }

    /** Whether the programme of the volunteer said yes, where that is another one. */
    private boolean lent() {
        return now.lending().map(Lending::agreed).orElse(true);
    }

    /** A side that answered for itself may take its yes back until there is a date. */
    private String introducing() {
        if (!life.meeting().agreed()) {
            return anybodySaidNo() ? "rematch" : "answer";
        }
        return introduction().isEmpty() ? "introduction" : "trial";
    }

    private boolean anybodySaidNo() {
        return life.meeting().replies().containsValue(Reply.NO);
    }

    private boolean anyDue() {
        return checkIns().stream().anyMatch(CheckInDue::due);
    }

    public List<CheckInDue> checkIns() {
        return Stream.of(Side.values())
                .map(side -> new CheckInDue(
                        side,
                        life.checkInOn(side),
                        life.checkInOn(side)
                                .filter(day -> !day.isAfter(today()))
                                .isPresent()))
                .toList();
    }

    public List<Side> sides() {
        return List.of(Side.values());
    }

    /** Message key of what happened; of a decision on a proposal, the step that it led to. */
    public String happened(PairingView.Event event) {
        String word = event.reason().orElse("");
        if (event.to() == Step.ENDED
                && event.oneself().isEmpty()
                && reasons().stream().anyMatch(reason -> reason.name().equals(word))) {
            return "ending." + word;
        }
        return ACTIONS.contains(word) ? "happened." + word : "step." + event.to();
    }

    public @Nullable Reply reply(Side side) {
        return life.meeting().replies().get(side);
    }

    /** The answer of this side, when the side gave it itself and nobody noted another one since. */
    public Optional<PairingView.Event> own(Side side) {
        return pairing.history().stream()
                .filter(event -> event.reason().orElse("").startsWith(side + "_SAYS_"))
                .findFirst()
                .filter(event -> event.oneself().isPresent() && !late(event));
    }

    /** Whether a side said something when it could no longer change anything. */
    public boolean late(PairingView.Event event) {
        return event.oneself().isPresent()
                && event.reason().orElse("").contains("_SAYS_")
                && (event.to().ordinal() > Step.INTRODUCTION.ordinal()
                        || event.to() == Step.INTRODUCTION && introduced(event));
    }

    private boolean introduced(PairingView.Event answer) {
        return pairing.history().stream()
                .anyMatch(event -> event.at().isBefore(answer.at())
                        && event.reason().filter("PLAN_INTRODUCTION"::equals).isPresent());
    }

    public Optional<Introduction> introduction() {
        return life.meeting().introduction();
    }

    public Optional<Help> help() {
        return life.help();
    }

    public Optional<Pause> resting() {
        return life.help().flatMap(Help::pause);
    }

    /** Whether a volunteer may still be kept who could take over. */
    public boolean unsure() {
        return step().ordinal() >= Step.ACCEPTED.ordinal() && step().ordinal() <= Step.TRIAL.ordinal();
    }

    /** Whether the volunteer comes, so that hours, pause and check-ins make sense. */
    public boolean helping() {
        return step().ordinal() >= Step.TRIAL.ordinal() && step().ordinal() <= Step.CLOSING.ordinal();
    }

    public boolean ended() {
        return step() == Step.ENDED;
    }

    /** Addresses that an invitation would go to. */
    public List<String> addresses() {
        return Stream.of(pairing.family(), pairing.volunteer())
                .flatMap(party -> party.email().stream())
                .toList();
    }

    public ProgressChart chart() {
        return ProgressChart.of(pairing.checkIns());
    }

    public List<LifeDomain> domains() {
        return DOMAINS;
    }

    public List<Outcome> outcomes() {
        return life.help().isPresent()
                ? List.of(Outcome.REACHED, Outcome.PARTLY_REACHED, Outcome.NOT_REACHED)
                : List.of(Outcome.NEVER_STARTED);
    }

    public List<EndReason> reasons() {
        return List.of(EndReason.values());
    }

    public List<Pause.Reason> pauseReasons() {
        return List.of(Pause.Reason.values());
    }

    public List<Reply> replies() {
        return List.of(Reply.values());
    }

    /** The week that a check-in of today counts for; 0 before the trial. */
    public int week(Side side) {
        return life.weekToHold(side, today()).orElse(0);
    }

    public List<Integer> scores() {
        return List.of(1, 2, 3, 4, 5);
    }

    public List<CheckIn.Wish> wishes() {
        return List.of(CheckIn.Wish.values());
    }

    /** What a field shows: what was sent, else what is likely. */
    public String value(String form, String field) {
        return form.equals(opened) ? sent.value(field) : likely(form, field);
    }

    /** Message key of what is wrong with a field; null: nothing. */
    public @Nullable String problem(String form, String field) {
        return form.equals(opened) ? sent.problems().get(field) : null;
    }

    public Map<String, String> problems() {
        return sent.problems();
    }

    private String likely(String form, String field) {
        return switch (form + " " + field) {
            case "introduction date" ->
                introduction().map(one -> one.at().toLocalDate().toString()).orElse("");
            case "introduction time" ->
                introduction().map(one -> one.at().toLocalTime().toString()).orElse("");
            case "introduction place" -> introduction().map(Introduction::place).orElse("");
            case "trial from" -> trialFrom().toString();
            case "trial until" ->
                trialFrom().plusWeeks(life.rhythm().trialWeeks()).toString();
            case "trial hours" -> decimal(pairing.asked().toString());
            case "running hours", "hours hours", "check-in hours" ->
                decimal(help().map(help -> help.hoursPerWeek().toString()).orElse(""));
            case "extend until" ->
                help().map(help -> help.trialUntil().plusWeeks(2).toString()).orElse("");
            case "pause back" -> today().plusWeeks(PAUSE_WEEKS).toString();
            case "aftercare until" -> today().plusWeeks(AFTERCARE_WEEKS).toString();
            case "check-in side" -> firstDue().name();
            case "end outcome", "rematch outcome" ->
                outcomes().size() == 1 ? outcomes().getFirst().name() : "";
            default -> "";
        };
    }

    private Side firstDue() {
        return checkIns().stream()
                .filter(CheckInDue::due)
                .map(CheckInDue::side)
                .findFirst()
                .orElse(Side.FAMILY);
    }

    private LocalDate trialFrom() {
        return introduction().map(one -> one.at().toLocalDate()).orElse(today());
    }

    private static String decimal(String hours) {
        return hours.replace('.', ',');
    }
}
