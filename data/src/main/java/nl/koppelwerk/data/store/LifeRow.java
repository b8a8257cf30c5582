package nl.koppelwerk.data.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.domain.pairing.EndReason;
import nl.koppelwerk.domain.pairing.Outcome;
import nl.koppelwerk.domain.pairing.Pairing;
import nl.koppelwerk.domain.pairing.Side;
import nl.koppelwerk.domain.programme.Rhythm;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.domain.week.Hours;
import nl.koppelwerk.pairing.life.Ending;
import nl.koppelwerk.pairing.life.Help;
import nl.koppelwerk.pairing.life.Introduction;
import nl.koppelwerk.pairing.life.Life;
import nl.koppelwerk.pairing.life.Meeting;
import nl.koppelwerk.pairing.life.Pause;
import nl.koppelwerk.pairing.life.Reply;

/** Reads what is kept of a pairing's life. */
final class LifeRow {
    private LifeRow() {}

    static Life life(Pairing pairing, ResultSet row) throws SQLException {
        Rhythm rhythm =
                new Rhythm(row.getInt("trial_weeks"), weeks(row, "check_in_weeks"), row.getInt("check_in_every_weeks"));
        Optional<Introduction> introduction =
                Columns.text(row, "introduction_place").isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Introduction(
                                row.getObject("introduction_at", LocalDateTime.class),
                                row.getString("introduction_place"),
                                row.getInt("introduction_changes")));
        return new Life(
                pairing,
                rhythm,
                new Meeting(replies(row), introduction),
                help(row),
                Optional.ofNullable(row.getObject("backup", UUID.class)).map(VolunteerId::new),
                Columns.date(row, "attention_since"),
                ending(row));
    }

    private static List<Integer> weeks(ResultSet row, String column) throws SQLException {
        return Arrays.stream((Object[]) row.getArray(column).getArray())
                .map(week -> ((Number) week).intValue())
                .toList();
    }

    private static Map<Side, Reply> replies(ResultSet row) throws SQLException {
        Map<Side, Reply> replies = new EnumMap<>(Side.class);
        Columns.text(row, "family_reply").ifPresent(reply -> replies.put(Side.FAMILY, Reply.valueOf(reply)));
        Columns.text(row, "volunteer_reply").ifPresent(reply -> replies.put(Side.VOLUNTEER, Reply.valueOf(reply)));
        return replies;
    }

    private static Optional<Help> help(ResultSet row) throws SQLException {
        Optional<LocalDate> started = Columns.date(row, "started_on");
        if (started.isEmpty()) {
            return Optional.empty();
        }
        Map<Side, Integer> weeks = new EnumMap<>(Side.class);
        Columns.number(row, "family_week").ifPresent(week -> weeks.put(Side.FAMILY, week));
        Columns.number(row, "volunteer_week").ifPresent(week -> weeks.put(Side.VOLUNTEER, week));
        Optional<Pause> pause = Columns.date(row, "paused_on").isEmpty()
                ? Optional.empty()
                : Optional.of(new Pause(
                        Columns.date(row, "paused_on").orElseThrow(),
                        Columns.date(row, "back_on").orElseThrow(),
                        Pause.Reason.valueOf(row.getString("pause_reason"))));
        return Optional.of(new Help(
                started.get(),
                Columns.date(row, "trial_until").orElseThrow(),
                new Hours(row.getInt("quarters_per_week")),
                weeks,
                pause,
                Columns.date(row, "resumed_on"),
                Columns.date(row, "aftercare_until")));
    }

    private static Optional<Ending> ending(ResultSet row) throws SQLException {
        Optional<LocalDate> ended = Columns.date(row, "ended_on");
        return ended.isEmpty()
                ? Optional.empty()
                : Optional.of(new Ending(
                        ended.get(),
                        Outcome.valueOf(row.getString("outcome")),
                        EndReason.valueOf(row.getString("end_reason")),
                        row.getBoolean("asks_again")));
    }
}
