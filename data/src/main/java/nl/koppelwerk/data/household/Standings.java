package nl.koppelwerk.data.household;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.database.WholeOrganisation;
import nl.koppelwerk.data.signin.Secrets;
import nl.koppelwerk.data.signup.Registration;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.domain.pairing.Side;
import nl.koppelwerk.domain.pairing.Step;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.pairing.Pairings;
import nl.koppelwerk.pairing.life.Action;
import nl.koppelwerk.pairing.life.Advance;
import nl.koppelwerk.pairing.life.FollowingPairings;
import nl.koppelwerk.pairing.life.Lives;
import nl.koppelwerk.pairing.life.Reply;
import nl.koppelwerk.referral.NextStep;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where requests stand, by the link that was mailed to who asked. Read as somebody who sees no row of the organisation: the
 * database gives out the standing of this one request and nothing else.
 */
public final class Standings {
    private final JdbcClient jdbc;
    private final Doors doors;
    private final Pairings pairings;
    private final Lives lives;
    private final Clock clock;

    Standings(JdbcClient jdbc, Doors doors, Pairings pairings, Lives lives, Clock clock) {
        this.jdbc = jdbc;
        this.doors = doors;
        this.pairings = pairings;
        this.lives = lives;
        this.clock = clock;
    }

    /** Empty: there is no such link, its address was not confirmed, or who has it may not follow the family. */
    public Optional<Standing> find(String key) {
        return doors.inside(key, organisation -> standing(key));
    }

    /** Of whom the link is, for the telephone number on the page. */
    public Optional<OrganisationId> organisation(String key) {
        return doors.organisation(key);
    }

    /**
     * The family says yes, no, or asks to be called.
     *
     * @return whether it was kept; false: the question is no longer open
     */
    public boolean answer(String key, Reply reply) {
        return doors.inside(
                        key,
                        organisation -> standing(key)
                                .filter(Standing::asks)
                                .flatMap(Standing::pairing)
                                .filter(pairing -> kept(pairing, reply)))
                .isPresent();
    }

    /** Whose it is, the database has said before the rest of the organisation comes in sight. */
    private boolean kept(PairingId pairing, Reply reply) {
        return WholeOrganisation.seen(
                jdbc,
                () -> new FollowingPairings(pairings, lives, clock).hear(pairing, new Action.Answer(Side.FAMILY, reply))
                        instanceof Advance.Done);
    }

    /** What was handed over to services, what is next first; nothing for who only follows the family. */
    public List<Referred> referrals(String key) {
        return doors.inside(
                        key,
                        organisation -> Optional.of(jdbc.sql("""
                                        select service, provider, state, step, due_on, due_at, ended_on
                                        from referrals_of(:hash, :at)
                                        """)
                                .param("hash", Secrets.hash(key))
                                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                                .query((row, number) -> referred(row))
                                .list()))
                .orElse(List.of());
    }

    private static Referred referred(ResultSet row) throws SQLException {
        return new Referred(
                row.getString("service"),
                row.getString("provider"),
                Optional.ofNullable(row.getString("step")).map(NextStep.Kind::valueOf),
                Optional.ofNullable(row.getObject("due_on", LocalDate.class)),
                Optional.ofNullable(row.getObject("due_at", LocalTime.class)));
    }

    private Optional<Standing> standing(String key) {
        return jdbc.sql("""
                        select state, referred, requested, open, pairing, step, reply, introduction_at
                        from standing_of(:hash, :at)
                        """)
                .param("hash", Secrets.hash(key))
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .query(Standings::standing)
                .optional();
    }

    private static Standing standing(ResultSet row, int number) throws SQLException {
        Optional<LocalDateTime> introduction =
                Optional.ofNullable(row.getObject("introduction_at", LocalDateTime.class));
        return new Standing(
                stage(row, introduction.isPresent()),
                row.getBoolean("referred"),
                Optional.ofNullable(row.getObject("pairing", UUID.class)).map(PairingId::new),
                Optional.ofNullable(row.getString("reply")).map(Reply::valueOf),
                introduction);
    }

    private static Standing.Stage stage(ResultSet row, boolean planned) throws SQLException {
        return switch (Registration.State.valueOf(row.getString("state"))) {
            case UNCONFIRMED, WAITING -> Standing.Stage.REGISTERED;
            case DECLINED -> Standing.Stage.DECLINED;
            case TAKEN_OVER -> {
                if (!row.getBoolean("requested")) {
                    yield Standing.Stage.INTAKE;
                }
                yield row.getBoolean("open")
                        ? ofStep(Optional.ofNullable(row.getString("step")).map(Step::valueOf), planned)
                        : Standing.Stage.CLOSED;
            }
        };
    }

    /** What only coordinators know of yet looks like searching. */
    private static Standing.Stage ofStep(Optional<Step> step, boolean planned) {
        return switch (step.orElse(Step.PROPOSED)) {
            case PROPOSED, ACCEPTED, ENDED -> Standing.Stage.SEARCHING;
            case ASKED -> Standing.Stage.ASKED;
            case INTRODUCTION -> planned ? Standing.Stage.INTRODUCTION : Standing.Stage.AGREED;
            case TRIAL -> Standing.Stage.TRIAL;
            case RUNNING -> Standing.Stage.RUNNING;
            case CLOSING, AFTERCARE -> Standing.Stage.ENDING;
        };
    }
}
