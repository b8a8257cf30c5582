package nl.koppelwerk.data.programme;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.domain.programme.ProgrammeId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The files that programmes were installed from, every version; in the organisation whose scope this is called in. */
public final class KeptProgrammeFiles {
    private final JdbcClient jdbc;

    public KeptProgrammeFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param by name of who installed it; empty: on the command line */
    public record Kept(ProgrammeId programme, int version, String text, Instant at, Optional<String> by) {
        /** Empty where an older edition of the software read what this one does not. */
        public Optional<ProgrammeFile> read() {
            return ProgrammeReading.of("", text) instanceof ProgrammeReading.Good good
                    ? Optional.of(good.file())
                    : Optional.empty();
        }
    }

    /** The version that holds. */
    public Optional<Kept> find(ProgrammeId programme) {
        return list(programme).stream().findFirst();
    }

    /** The version that holds for the programme of this pairing. */
    public Optional<Kept> ofPairing(PairingId pairing) {
        String sql = """
                select q.programme
                from pairing p
                join support_request q on q.organisation = p.organisation and q.id = p.request
                where p.id = :pairing
                """;
        return jdbc.sql(sql)
                .param("pairing", pairing.value())
                .query((row, number) -> new ProgrammeId(row.getObject("programme", UUID.class)))
                .optional()
                .flatMap(this::find);
    }

    /** The latest first. */
    public List<Kept> list(ProgrammeId programme) {
        String sql = """
                select f.programme, f.version, f.text, f.installed_at, a.name
                from programme_file f
                left join account a on a.organisation = f.organisation and a.id = f.account
                where f.programme = :programme
                order by f.version desc
                """;
        return jdbc.sql(sql)
                .param("programme", programme.value())
                .query(KeptProgrammeFiles::kept)
                .list();
    }

    void add(OrganisationId organisation, ProgrammeId programme, Version version) {
        String sql = """
                insert into programme_file (organisation, programme, version, text, installed_at, account)
                values (:organisation, :programme, :version, :text, :at, :account)
                """;
        jdbc.sql(sql)
                .param("organisation", organisation.value())
                .param("programme", programme.value())
                .param("version", version.number())
                .param("text", version.text())
                .param("at", version.at().atOffset(ZoneOffset.UTC))
                .param("account", version.account().orElse(null))
                .update();
    }

    /** @param account empty: on the command line */
    record Version(int number, String text, Instant at, Optional<UUID> account) {}

    private static Kept kept(ResultSet row, int number) throws SQLException {
        return new Kept(
                new ProgrammeId(row.getObject("programme", UUID.class)),
                row.getInt("version"),
                row.getString("text"),
                row.getObject("installed_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString("name")));
    }
}
