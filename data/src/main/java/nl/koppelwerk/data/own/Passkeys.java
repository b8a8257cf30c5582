package nl.koppelwerk.data.own;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Passkeys (WebAuthn) of volunteers. What is kept signs nobody in: a device holds the half that does. */
public final class Passkeys {
    /** More devices than this nobody has; more rows than this are no use. */
    public static final int MOST = 10;

    private static final String COLUMNS = """
            organisation, credential, volunteer, public_key, attestation, signatures, backup_eligible, backed_up, added_at,
            used_at
            """;

    private final JdbcClient jdbc;
    private final OrganisationScope software;

    /** @param software not limited to what somebody sees who may be signed in in the same browser */
    public Passkeys(JdbcClient jdbc, OrganisationScope software) {
        this.jdbc = jdbc;
        this.software = software;
    }

    /**
     * A passkey as the specification names its parts.
     *
     * @param credential the credential id
     * @param publicKey as COSE
     * @param attestation the attestation object
     * @param signatures the signature counter
     */
    public record Passkey(
            OwnVolunteer owner,
            byte[] credential,
            byte[] publicKey,
            byte[] attestation,
            long signatures,
            boolean backupEligible,
            boolean backedUp,
            Instant addedAt,
            Instant usedAt) {}

    /** Of whoever takes part still, in whichever organisation. */
    public Optional<Passkey> find(byte[] credential) {
        return jdbc.sql("select organisation_of_volunteer_passkey(:credential)")
                .param("credential", credential)
                .query((row, number) -> row.getObject(1, UUID.class))
                .optional()
                .flatMap(organisation -> software.inside(
                        new OrganisationId(organisation),
                        () -> jdbc.sql("select " + COLUMNS + """
                                        from volunteer_passkey p
                                        where credential = :credential
                                          and exists (select from volunteer v
                                                      where v.id = p.volunteer and v.merged_into is null
                                                        and v.stopped_on is null)
                                        """)
                                .param("credential", credential)
                                .query(Passkeys::passkey)
                                .optional()));
    }

    /** Oldest first. */
    public List<Passkey> of(OwnVolunteer owner) {
        return inside(
                owner,
                () -> jdbc.sql("select " + COLUMNS
                                + " from volunteer_passkey where volunteer = :volunteer order by added_at, credential")
                        .param("volunteer", owner.volunteer().value())
                        .query(Passkeys::passkey)
                        .list());
    }

    /** A new one, or one that was used: then what its device counts is kept. */
    public void keep(Passkey passkey) {
        String sql = """
                insert into volunteer_passkey (organisation, credential, volunteer, public_key, attestation, signatures,
                                               backup_eligible, backed_up, added_at, used_at)
                values (:organisation, :credential, :volunteer, :key, :attestation, :signatures, :eligible, :backed, :added,
                        :used)
                on conflict (organisation, credential) do update
                set signatures = excluded.signatures, backed_up = excluded.backed_up, used_at = excluded.used_at
                where volunteer_passkey.volunteer = excluded.volunteer
                """;
        inside(
                passkey.owner(),
                () -> jdbc.sql(sql)
                        .param("organisation", passkey.owner().organisation().value())
                        .param("credential", passkey.credential())
                        .param("volunteer", passkey.owner().volunteer().value())
                        .param("key", passkey.publicKey())
                        .param("attestation", passkey.attestation())
                        .param("signatures", passkey.signatures())
                        .param("eligible", passkey.backupEligible())
                        .param("backed", passkey.backedUp())
                        .param("added", passkey.addedAt().atOffset(ZoneOffset.UTC))
                        .param("used", passkey.usedAt().atOffset(ZoneOffset.UTC))
                        .update());
    }

    public void remove(OwnVolunteer owner, byte[] credential) {
        inside(
                owner,
                () -> jdbc.sql(
                                "delete from volunteer_passkey where volunteer = :volunteer and credential = :credential")
                        .param("volunteer", owner.volunteer().value())
                        .param("credential", credential)
                        .update());
    }

    /** What a device calls the volunteer in its list of passkeys. */
    public Optional<String> name(OwnVolunteer owner) {
        return inside(
                owner,
                () -> jdbc.sql("select name from volunteer where id = :volunteer")
                        .param("volunteer", owner.volunteer().value())
                        .query(String.class)
                        .optional());
    }

    private <T> T inside(OwnVolunteer owner, Supplier<T> work) {
        return software.inside(owner.organisation(), work);
    }

    private static Passkey passkey(ResultSet row, int number) throws SQLException {
        return new Passkey(
                new OwnVolunteer(
                        new OrganisationId(row.getObject("organisation", UUID.class)),
                        new VolunteerId(row.getObject("volunteer", UUID.class))),
                row.getBytes("credential"),
                row.getBytes("public_key"),
                row.getBytes("attestation"),
                row.getLong("signatures"),
                row.getBoolean("backup_eligible"),
                row.getBoolean("backed_up"),
                row.getObject("added_at", OffsetDateTime.class).toInstant(),
                row.getObject("used_at", OffsetDateTime.class).toInstant());
    }
}
