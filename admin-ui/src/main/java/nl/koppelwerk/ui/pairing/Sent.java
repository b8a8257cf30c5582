package nl.koppelwerk.ui.pairing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.domain.week.Hours;
import nl.koppelwerk.ui.shell.Days;

/**
 * A form as somebody sent it. What cannot be read is named, and a value that means nothing stands in for it: so one
 * reading finds everything that is wrong.
 */
final class Sent {
    static final Sent NOTHING = new Sent(Map.of());
    private static final int LONGEST = 2_000;
    private static final UUID NOBODY = new UUID(0, 0);

    private final Map<String, String> values;
    private final Map<String, String> problems = new LinkedHashMap<>();

    Sent(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    boolean readable() {
        return problems.isEmpty();
    }

    /** Message keys by field, in the order of the form. */
    Map<String, String> problems() {
        return problems;
    }

    String value(String field) {
        return values.getOrDefault(field, "").strip();
    }

    LocalDate date(String field) {
        return Days.find(value(field)).orElseGet(() -> wrong(field, "date", LocalDate.EPOCH));
    }

    LocalTime time(String field) {
        try {
            return LocalTime.parse(value(field));
        } catch (DateTimeException e) {
            return wrong(field, "time", LocalTime.MIDNIGHT);
        }
    }

    /** To a quarter of an hour, with a comma or a point. */
    Hours hours(String field) {
        try {
            return Hours.parse(value(field));
        } catch (IllegalArgumentException e) {
            return wrong(field, "hours", new Hours(0));
        }
    }

    /** Empty when nothing was filled in: then nobody knows. */
    Optional<Hours> maybeHours(String field) {
        return value(field).isEmpty() ? Optional.empty() : Optional.of(hours(field));
    }

    /** 1 to 5; where it may be left out, 0 stands for not applicable. */
    int score(String field, boolean optional) {
        String value = value(field);
        if (optional && (value.isEmpty() || value.equals("0"))) {
            return 0;
        }
        return value.matches("[1-5]") ? Integer.parseInt(value) : wrong(field, "choice", 1);
    }

    <E extends Enum<E>> E choice(String field, Class<E> type) {
        String value = value(field);
        for (E one : Objects.requireNonNull(type.getEnumConstants())) {
            if (one.name().equals(value)) {
                return one;
            }
        }
        return wrong(field, "choice", type.getEnumConstants()[0]);
    }

    UUID id(String field) {
        String value = value(field);
        return value.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? UUID.fromString(value)
                : wrong(field, "choice", NOBODY);
    }

    boolean ticked(String field) {
        return value(field).equals("yes");
    }

    String text(String field) {
        String value = value(field);
        return value.isEmpty() ? wrong(field, "text", "?") : tooLong(field, value);
    }

    Optional<String> note(String field) {
        return Optional.of(tooLong(field, value(field))).filter(note -> !note.isEmpty());
    }

    private String tooLong(String field, String value) {
        return value.length() <= LONGEST ? value : wrong(field, "long", "?");
    }

    private <T> T wrong(String field, String problem, T standIn) {
        problems.put(field, "pairing.wrong." + problem);
        return standIn;
    }
}
