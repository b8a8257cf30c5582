package nl.koppelwerk.data.answering;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.koppelwerk.data.database.WholeOrganisation;
import nl.koppelwerk.domain.language.Languages;
import nl.koppelwerk.domain.pairing.DeclineReason;
import nl.koppelwerk.domain.pairing.Pairing;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.domain.pairing.Side;
import nl.koppelwerk.domain.pairing.Step;
import nl.koppelwerk.domain.programme.Need;
import nl.koppelwerk.domain.programme.SupportKind;
import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.domain.week.Hours;
import nl.koppelwerk.pairing.Pairings;
import nl.koppelwerk.pairing.life.Action;
import nl.koppelwerk.pairing.life.Advance;
import nl.koppelwerk.pairing.life.CheckIn;
import nl.koppelwerk.pairing.life.FollowingPairings;
import nl.koppelwerk.pairing.life.Life;
import nl.koppelwerk.pairing.life.Lives;
import nl.koppelwerk.pairing.life.Reply;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The pairings of the volunteer who reads, to answer and to say how it goes. To be used inside the scope of that volunteer,
 * who sees no family: the database itself gives out the short description.
 */
public final class OwnPairings {
    private final JdbcClient jdbc;
    private final Pairings pairings;
    private final Lives lives;
    private final Clock clock;

    public OwnPairings(JdbcClient jdbc, Pairings pairings, Lives lives, Clock clock) {
        this.jdbc = jdbc;
        this.pairings = pairings;
        this.lives = lives;
        this.clock = clock;
    }

    /** The families to answer for first, then the ones that are helped. */
    public List<OwnPairing> list() {
        String sql = """
                select pairing, step, kind, quarters_per_week, day_parts, needs, ages, languages, woman_only, pets_unwelcome,
                       pets, town, kilometres, reply, because, introduction_at, introduction_changes, trial_until, check_in_on
                from own_families(:today)
                """;
        return jdbc.sql(sql).param("today", today()).query(OwnPairings::pairing).list();
    }

    public Optional<OwnPairing> find(PairingId id) {
        return list().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /**
     * Answers the question of the coordinator.
     *
     * @param seen the answer that stood on the page; an answer given elsewhere meanwhile is not overwritten unseen
     * @param because why not, of a no
     */
    public Heard answer(PairingId id, Optional<Reply> seen, Reply reply, Optional<DeclineReason> because) {
        Optional<DeclineReason> before = find(id).flatMap(OwnPairing::because);
        return own(id, life -> {
            Optional<Reply> now = Optional.ofNullable(life.meeting().replies().get(Side.VOLUNTEER));
            boolean open = life.step().ordinal() <= Step.INTRODUCTION.ordinal();
            if (open && now.filter(reply::equals).isPresent() && because.equals(before)) {
                return new Heard.Kept();
            }
            return open && !now.equals(seen) && now.filter(reply::equals).isEmpty()
                    ? new Heard.Elsewhere(now)
                    : hear(id, new Action.Answer(Side.VOLUNTEER, reply, because));
        });
    }

    /**
     * Says how it goes.
     *
     * @param week of the rhythm that the form was for; held before, the form counts no second time
     */
    public Heard checkIn(PairingId id, int week, CheckIn said) {
        return own(
                id,
                life -> week(life).filter(due -> due == week).isPresent()
                        ? hear(id, new Action.HoldCheckIn(Side.VOLUNTEER, said))
                        : new Heard.TooLate());
    }

    /** The week of the rhythm that is asked about now; empty: nothing is. */
    public Optional<Integer> week(PairingId id) {
        return visible(id)
                ? WholeOrganisation.seen(
                        jdbc, () -> week(lives.get(pairings.find(id).orElseThrow())))
                : Optional.empty();
    }

    private Optional<Integer> week(Life life) {
        return life.checkInOn(Side.VOLUNTEER)
                .filter(day -> !day.isAfter(today()))
                .flatMap(day -> life.weekToHold(Side.VOLUNTEER, today()));
    }

    private Heard hear(PairingId id, Action.Said said) {
        return switch (new FollowingPairings(pairings, lives, clock).hear(id, said)) {
            case Advance.Done done -> new Heard.Kept();
            case Advance.Refused refused -> new Heard.TooLate();
        };
    }

    /** Whose it is, the database has said before the rest of the organisation comes in sight. */
    private Heard own(PairingId id, Function<Life, Heard> said) {
        return visible(id)
                ? WholeOrganisation.seen(jdbc, () -> {
                    Pairing held = pairings.hold(id).orElseThrow();
                    return held.step().ordinal() < Step.ASKED.ordinal()
                            ? new Heard.TooLate()
                            : said.apply(lives.get(held));
                })
                : new Heard.Unknown();
    }

    /** Whether it is one of this volunteer, in whatever step. */
    public boolean visible(PairingId id) {
        return jdbc.sql("select exists (select from pairing where id = :id and volunteer = own_volunteer())")
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static OwnPairing pairing(ResultSet row, int number) throws SQLException {
        return new OwnPairing(
                new PairingId(row.getObject("pairing", UUID.class)),
                Step.valueOf(row.getString("step")),
                family(row),
                Optional.ofNullable(row.getString("reply")).map(Reply::valueOf),
                Optional.ofNullable(row.getString("because")).map(DeclineReason::valueOf),
                new OwnPairing.Dates(
                        Optional.ofNullable(row.getObject("introduction_at", LocalDateTime.class)),
                        row.getInt("introduction_changes"),
                        Optional.ofNullable(row.getObject("trial_until", LocalDate.class)),
                        Optional.ofNullable(row.getObject("check_in_on", LocalDate.class))));
    }

    private static FamilyInShort family(ResultSet row) throws SQLException {
        return new FamilyInShort(
                SupportKind.valueOf(row.getString("kind")),
                new Hours(row.getInt("quarters_per_week")),
                new DayParts(row.getInt("day_parts")),
                texts(row, "needs").map(Need::valueOf).collect(Collectors.toSet()),
                texts(row, "ages").map(Integer::valueOf).toList(),
                Languages.parse(row.getString("languages")),
                new FamilyInShort.Wishes(
                        row.getBoolean("woman_only"), row.getBoolean("pets_unwelcome"), row.getBoolean("pets")),
                row.getString("town"),
                row.getInt("kilometres"));
    }

    private static Stream<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.stream((Object[]) row.getArray(column).getArray()).map(Object::toString);
    }
}
