package nl.koppelwerk.data.erasure;

import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who asked to be erased. Inside the scope of the organisation, with the eyes of whoever reads. */
public final class ErasureRequests {
    private final JdbcClient jdbc;

    public ErasureRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One that is not dealt with yet.
     *
     * @param name of whoever asked
     * @param byThemselves on the own page, and not told to a coordinator
     */
    public record Open(Person person, String name, LocalDate askedOn, LocalDate dueOn, boolean byThemselves) {}

    /**
     * Asked once, it stays asked since then. To be dealt with within a month (GDPR, article 12(3)).
     *
     * @param account who wrote it down; empty: the person
     */
    public void ask(OrganisationId organisation, Person person, LocalDate today, Optional<UUID> account) {
        String sql = """
                insert into erasure_request (organisation, id, %s, asked_on, due_on, account)
                values (:organisation, gen_random_uuid(), :person, :today, :due, :account)
                on conflict do nothing
                """.formatted(person.side().table());
        jdbc.sql(sql)
                .param("organisation", organisation.value())
                .param("person", person.id())
                .param("today", today)
                .param("due", today.plusMonths(1))
                .param("account", account.orElse(null), Types.OTHER)
                .update();
    }

    /** The person thought better of it. */
    public void withdraw(Person person, LocalDate today) {
        end(person, today, "WITHDRAWN");
    }

    void done(Person person, LocalDate today) {
        end(person, today, "ERASED");
    }

    private void end(Person person, LocalDate today, String outcome) {
        jdbc.sql("update erasure_request set done_on = :today, outcome = :outcome where done_on is null and "
                        + person.side().table() + " = :id")
                .param("today", today)
                .param("outcome", outcome)
                .param("id", person.id())
                .update();
    }

    public Optional<Open> find(Person person) {
        return list().stream().filter(open -> open.person().equals(person)).findFirst();
    }

    /** The one that is due first first. */
    public List<Open> list() {
        String sql = """
                select coalesce(e.family, e.volunteer) as id, e.family is not null as is_family,
                       coalesce(f.name, v.name) as name, e.asked_on, e.due_on, e.account is null as by_themselves
                from erasure_request e
                left join family f on f.organisation = e.organisation and f.id = e.family
                left join volunteer v on v.organisation = e.organisation and v.id = e.volunteer
                where e.done_on is null
                order by e.due_on, e.id
                """;
        return jdbc.sql(sql)
                .query((row, number) -> new Open(
                        new Person(
                                row.getBoolean("is_family") ? Person.Side.FAMILY : Person.Side.VOLUNTEER,
                                row.getObject("id", UUID.class)),
                        row.getString("name"),
                        row.getObject("asked_on", LocalDate.class),
                        row.getObject("due_on", LocalDate.class),
                        row.getBoolean("by_themselves")))
                .list();
    }
}
