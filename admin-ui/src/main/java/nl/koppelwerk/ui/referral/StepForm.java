package nl.koppelwerk.ui.referral;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.koppelwerk.data.imports.row.Dates;
import nl.koppelwerk.referral.Handover;
import nl.koppelwerk.referral.NextStep;
import nl.koppelwerk.referral.WarmReferral;
import nl.koppelwerk.ui.shell.Coordinator;

/** What was typed about a step or an end, and what is wrong with it by the name of the field. */
final class StepForm {
    private static final Pattern TIME = Pattern.compile("([01]?[0-9]|2[0-3])[:.]([0-5][0-9])");
    private static final int LONGEST_NAME = 80;

    private final Map<String, String> sent;
    private final Map<String, String> problems = new HashMap<>();

    StepForm(Map<String, String> sent) {
        this.sent = Map.copyOf(sent);
    }

    /** A colleague who can be chosen. */
    record Colleague(UUID id, String name) {}

    /** What the form says before anybody typed. */
    static StepForm empty(Coordinator reader, LocalDate today) {
        return new StepForm(Map.of(
                "doer", reader.account().toString(),
                "due", today.plusDays(7).toString(),
                "agreed", today.toString(),
                "on", today.toString()));
    }

    public String value(String field) {
        return sent.getOrDefault(field, "").strip();
    }

    /** The key of what is wrong with a field; null: nothing. */
    @org.jspecify.annotations.Nullable
    public String problem(String field) {
        return problems.get(field);
    }

    public boolean hasProblems() {
        return !problems.isEmpty();
    }

    void wrong(String field, String key) {
        problems.putIfAbsent(field, "referral.wrong." + key);
    }

    /** The field that a refusal is about. */
    void refused(WarmReferral.Refusal refusal) {
        wrong(
                switch (refusal) {
                    case DUE_IN_THE_PAST -> "due";
                    case DAY_TO_COME -> value("what").isEmpty() ? "agreed" : "on";
                    case CONSENT_WITHDRAWN -> "agreed";
                    case BEFORE_AGREED -> "on";
                    case OTHER_REASON, ENDED -> "reason";
                },
                refusal.name());
    }

    Optional<LocalDate> day(String field) {
        Optional<LocalDate> day = Dates.find(value(field));
        if (day.isEmpty()) {
            wrong(field, "day");
        }
        return day;
    }

    Optional<NextStep> step(List<Colleague> colleagues) {
        Optional<NextStep.Kind> kind = named(NextStep.Kind.values(), value("step"));
        if (kind.isEmpty()) {
            wrong("step", "step");
        }
        Optional<Colleague> doer = colleagues.stream()
                .filter(one -> one.id().toString().equals(value("doer")))
                .findFirst();
        String who = doer.map(Colleague::name).orElse(value("who"));
        if (who.isEmpty()) {
            wrong("who", "who");
        } else if (who.length() > LONGEST_NAME) {
            wrong("who", "long");
        }
        Optional<LocalDate> due = day("due");
        Optional<LocalTime> at = time();
        return problems.isEmpty()
                ? Optional.of(new NextStep(kind.orElseThrow(), doer.map(Colleague::id), who, due.orElseThrow(), at))
                : Optional.empty();
    }

    private Optional<LocalTime> time() {
        Matcher time = TIME.matcher(value("at"));
        if (time.matches()) {
            return Optional.of(LocalTime.of(Integer.parseInt(time.group(1)), Integer.parseInt(time.group(2))));
        }
        if (!value("at").isEmpty()) {
            wrong("at", "time");
        }
        return Optional.empty();
    }

    /** Empty: something is wrong, or nothing that can be noted was asked. */
    Optional<Handover> handover(List<Colleague> colleagues) {
        return switch (value("what")) {
            case "PLANNED" -> step(colleagues).map(Handover.Planned::new);
            case "CONTACTED" -> step(colleagues).map(Handover.Contacted::new);
            case "ARRIVED" -> day("on").map(Handover.Arrived::new);
            case "NOT_ARRIVED" -> reason().map(Handover.NotArrived::new);
            case "WITHDRAWN" -> reason().map(Handover.Withdrawn::new);
            default -> {
                wrong("what", "what");
                yield Optional.empty();
            }
        };
    }

    private Optional<WarmReferral.Reason> reason() {
        Optional<WarmReferral.Reason> reason = named(WarmReferral.Reason.values(), value("reason"));
        if (reason.isEmpty()) {
            wrong("reason", "reason");
        }
        return reason;
    }

    static <E extends Enum<E>> Optional<E> named(E[] all, String name) {
        return java.util.Arrays.stream(all)
                .filter(one -> one.name().equals(name))
                .findFirst();
    }
}
