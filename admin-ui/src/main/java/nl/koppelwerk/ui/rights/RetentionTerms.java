package nl.koppelwerk.ui.rights;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.koppelwerk.data.retention.Kind;
import nl.koppelwerk.data.retention.Retention;

/**
 * How long each kind is kept, as it is and as somebody typed it.
 *
 * @param days as they are
 * @param typed of the kinds that came with the form, whatever they say
 */
record RetentionTerms(Map<Kind, Integer> days, Map<Kind, String> typed) {
    /** @param sent parameters by name; what is no kind is left aside */
    static RetentionTerms read(Map<Kind, Integer> days, Map<String, String> sent) {
        Map<Kind, String> typed = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            Optional.ofNullable(sent.get(kind.name())).ifPresent(text -> typed.put(kind, text.strip()));
        }
        return new RetentionTerms(days, typed);
    }

    /**
     * One kind on the page.
     *
     * @param due how many are past the term as it is
     * @param then how many would be, with what was typed; empty where nothing else was
     */
    record Line(Kind kind, String shown, boolean wrong, long due, Optional<Long> then) {}

    private boolean isWrong(Kind kind) {
        return typed.containsKey(kind) && number(kind).isEmpty();
    }

    public boolean isWrong() {
        return Arrays.stream(Kind.values()).anyMatch(this::isWrong);
    }

    /** What would be another term than today, of what is a term at all. */
    public Map<Kind, Integer> changes() {
        Map<Kind, Integer> changes = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            number(kind).filter(chosen -> chosen != now(kind)).ifPresent(chosen -> changes.put(kind, chosen));
        }
        return changes;
    }

    /**
     * @param due how many are past their term
     * @param then how many would be, of the kinds that change
     */
    List<Line> lines(Map<Kind, Long> due, Map<Kind, Long> then) {
        return Arrays.stream(Kind.values())
                .map(kind -> new Line(
                        kind,
                        typed.getOrDefault(kind, Integer.toString(now(kind))),
                        isWrong(kind),
                        due.getOrDefault(kind, 0L),
                        Optional.ofNullable(then.get(kind))))
                .toList();
    }

    private int now(Kind kind) {
        return Objects.requireNonNull(days.get(kind), kind.name());
    }

    private Optional<Integer> number(Kind kind) {
        String text = typed.getOrDefault(kind, "");
        return text.matches("[0-9]{1,6}")
                ? Optional.of(Integer.valueOf(text)).filter(days -> days >= 1 && days <= Retention.MOST_DAYS)
                : Optional.empty();
    }
}
