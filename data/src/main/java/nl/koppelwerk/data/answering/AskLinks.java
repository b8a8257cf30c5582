package nl.koppelwerk.data.answering;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.database.WholeOrganisation;
import nl.koppelwerk.data.own.OwnVolunteer;
import nl.koppelwerk.data.signin.Secrets;
import nl.koppelwerk.domain.pairing.Pairing;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Links that open one question of a coordinator from the mail: 256 bits, kept as a hash, and of no use for anything else. */
public final class AskLinks {
    public static final Duration VALID = Duration.ofDays(14);

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final Clock clock;

    public AskLinks(JdbcClient jdbc, Secrets secrets, Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Which question a link is for. */
    public record Asked(OwnVolunteer volunteer, PairingId pairing) {}

    /** Where the mail goes, and what stands in its link, which is kept nowhere. */
    public record Made(String email, String language, String secret) {}

    /**
     * A link to the question of this pairing; inside the transaction that asks. Empty: nobody knows the address. Whoever asks
     * need not see it: that of a volunteer of another programme stays out of sight.
     */
    public Optional<Made> make(Pairing asked) {
        String secret = secrets.next();
        String sql = """
                with addressed as (
                    select organisation, email, page_language from volunteer
                    where id = :volunteer and email is not null),
                made as (
                    insert into pairing_ask (organisation, hash, pairing, made_at, expires_at)
                    select organisation, :hash, :pairing, :now, :expires from addressed)
                select email, page_language from addressed
                """;
        return WholeOrganisation.seen(
                jdbc,
                () -> jdbc.sql(sql)
                        .param("volunteer", asked.volunteer().value())
                        .param("pairing", asked.id().value())
                        .param("hash", Secrets.hash(secret))
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("expires", clock.instant().plus(VALID).atOffset(ZoneOffset.UTC))
                        .query((row, number) ->
                                new Made(row.getString("email"), row.getString("page_language"), secret))
                        .optional());
    }

    /** The question of a link; empty: there is none, or it is too old. */
    public Optional<Asked> find(String secret) {
        return jdbc.sql("select organisation, volunteer, pairing from ask_of_link(:hash, :now)")
                .param("hash", Secrets.hash(secret))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Asked(
                        new OwnVolunteer(
                                new OrganisationId(row.getObject("organisation", UUID.class)),
                                new VolunteerId(row.getObject("volunteer", UUID.class))),
                        new PairingId(row.getObject("pairing", UUID.class))))
                .optional();
    }
}
