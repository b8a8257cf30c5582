package nl.koppelwerk.data.acute;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.person.By;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The crisis service of each municipality, as the organisation wrote it down; in the organisation's scope. */
public final class CrisisLines {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_SOURCE = 200;

    private final JdbcClient jdbc;
    private final Audit audit;

    public CrisisLines(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /**
     * @param source where the number was found
     * @param checkedOn when it was held against that
     */
    public record CrisisLine(String municipality, String name, String phone, String source, LocalDate checkedOn) {
        /** As an address of a telephone has it. */
        public String dialled() {
            return phone.replaceAll("[^+0-9]", "");
        }
    }

    /** What came of writing one down. */
    public enum Outcome {
        KEPT,
        UNKNOWN_MUNICIPALITY,
        WRONG_NAME,
        WRONG_PHONE,
        WRONG_SOURCE,
        LATER_THAN_TODAY
    }

    public List<CrisisLine> list() {
        return jdbc.sql("select municipality, name, phone, source, checked_on from crisis_line order by municipality")
                .query(CrisisLines::line)
                .list();
    }

    public Optional<CrisisLine> find(String municipality) {
        return list().stream()
                .filter(line -> line.municipality().equals(municipality))
                .findFirst();
    }

    private static CrisisLine line(ResultSet row, int number) throws SQLException {
        return new CrisisLine(
                row.getString("municipality"),
                row.getString("name"),
                row.getString("phone"),
                row.getString("source"),
                row.getObject("checked_on", LocalDate.class));
    }

    /** Keeps one, in place of the one that this municipality had. */
    public Outcome keep(CrisisLine line, LocalDate today, By by) {
        Outcome outcome = judge(line, today);
        if (outcome == Outcome.KEPT) {
            write(line, by);
            note(AuditEntry.Action.CHANGED, line.municipality(), by);
        }
        return outcome;
    }

    private Outcome judge(CrisisLine line, LocalDate today) {
        if (!known(line.municipality())) {
            return Outcome.UNKNOWN_MUNICIPALITY;
        }
        if (line.name().isBlank() || line.name().length() > LONGEST_NAME) {
            return Outcome.WRONG_NAME;
        }
        if (!line.phone().matches("[+0-9][0-9 ()-]{2,24}")) {
            return Outcome.WRONG_PHONE;
        }
        if (line.source().isBlank() || line.source().length() > LONGEST_SOURCE) {
            return Outcome.WRONG_SOURCE;
        }
        return line.checkedOn().isAfter(today) ? Outcome.LATER_THAN_TODAY : Outcome.KEPT;
    }

    private void write(CrisisLine line, By by) {
        String sql = """
                insert into crisis_line (organisation, municipality, name, phone, source, checked_on)
                values (:organisation, :municipality, :name, :phone, :source, :checkedOn)
                on conflict (organisation, municipality) do update
                set name = excluded.name, phone = excluded.phone, source = excluded.source, checked_on = excluded.checked_on
                """;
        jdbc.sql(sql)
                .param("organisation", by.organisation().value())
                .param("municipality", line.municipality())
                .param("name", line.name())
                .param("phone", line.phone())
                .param("source", line.source())
                .param("checkedOn", line.checkedOn())
                .update();
    }

    /** @return whether there was one */
    public boolean remove(String municipality, By by) {
        boolean removed = jdbc.sql("delete from crisis_line where municipality = :municipality")
                        .param("municipality", municipality)
                        .update()
                == 1;
        if (removed) {
            note(AuditEntry.Action.REMOVED, municipality, by);
        }
        return removed;
    }

    private void note(AuditEntry.Action action, String municipality, By by) {
        UUID account = by.account();
        audit.add(
                by.organisation(),
                new AuditEntry(
                        Optional.of(account),
                        action,
                        AuditEntry.Subject.EMERGENCY,
                        "crisis-line",
                        Map.of("municipality", municipality)));
    }

    private boolean known(String municipality) {
        return jdbc.sql("select exists (select from municipality where name = :name)")
                .param("name", municipality)
                .query(Boolean.class)
                .single();
    }
}
