package nl.koppelwerk.data.monitor;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.domain.week.Hours;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Hours a week that staff spends on pairings, as noted from time to time. To be used inside the scope. */
public final class StaffHours {
    private final JdbcClient jdbc;

    public StaffHours(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was noted on a day. */
    public record Noted(LocalDate on, Hours hoursPerWeek) {}

    /** Oldest first. */
    public List<Noted> list(PairingId pairing) {
        return jdbc.sql(
                        "select noted_on, quarters_per_week from staff_hours where pairing = :pairing order by noted_on")
                .param("pairing", pairing.value())
                .query((row, number) -> new Noted(
                        row.getObject("noted_on", LocalDate.class), new Hours(row.getInt("quarters_per_week"))))
                .list();
    }

    /** In place of what was noted on the same day. */
    public void note(OrganisationId organisation, PairingId pairing, Noted noted, UUID account) {
        String sql = """
                insert into staff_hours (organisation, pairing, noted_on, quarters_per_week, account)
                values (:organisation, :pairing, :on, :quarters, :account)
                on conflict (organisation, pairing, noted_on) do update
                set quarters_per_week = excluded.quarters_per_week, account = excluded.account
                """;
        jdbc.sql(sql)
                .param("organisation", organisation.value())
                .param("pairing", pairing.value())
                .param("on", noted.on())
                .param("quarters", noted.hoursPerWeek().quarters())
                .param("account", account)
                .update();
    }
}
