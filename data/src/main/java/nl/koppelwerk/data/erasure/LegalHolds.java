package nl.koppelwerk.data.erasure;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.cipher.Cell;
import nl.koppelwerk.data.cipher.Clear;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Why somebody must not be erased for now. Inside the scope of the organisation. */
public final class LegalHolds {
    private final JdbcClient jdbc;

    public LegalHolds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A reason in words, since when, and by whom it was written down. */
    public record Hold(String reason, LocalDate since, String account) {}

    public Optional<Hold> find(Person person) {
        String sql = """
                select h.reason, h.since, a.name as account
                from legal_hold h join account a on a.organisation = h.organisation and a.id = h.account
                where h.%s = :id
                """.formatted(person.side().table());
        return jdbc.sql(sql)
                .param("id", person.id())
                .query((row, number) -> new Hold(
                        row.getString("reason"), row.getObject("since", LocalDate.class), row.getString("account")))
                .optional();
    }

    /** Somebody who is kept: by the number that the organisation gave. */
    public record Held(Person person, String reference, LocalDate since) {}

    /** Who is kept, longest first. */
    public List<Held> list() {
        String sql = """
                select h.family, h.volunteer, coalesce(f.reference, v.reference) as reference, h.since
                from legal_hold h
                left join family f on f.organisation = h.organisation and f.id = h.family
                left join volunteer v on v.organisation = h.organisation and v.id = h.volunteer
                order by h.since, reference
                """;
        return jdbc.sql(sql)
                .query((row, number) -> {
                    UUID family = row.getObject("family", UUID.class);
                    return new Held(
                            family == null
                                    ? new Person(Person.Side.VOLUNTEER, row.getObject("volunteer", UUID.class))
                                    : new Person(Person.Side.FAMILY, family),
                            row.getString("reference"),
                            row.getObject("since", LocalDate.class));
                })
                .list();
    }

    /** Leaves the one that is there. */
    public void put(OrganisationId organisation, Person person, String reason, LocalDate since, UUID account) {
        UUID id = jdbc.sql("select gen_random_uuid()").query(UUID.class).single();
        String sql = """
                insert into legal_hold (organisation, id, %s, reason, since, account)
                values (:organisation, :id, :person, :reason, :since, :account)
                on conflict do nothing
                """.formatted(person.side().table());
        jdbc.sql(sql)
                .param("organisation", organisation.value())
                .param("id", id)
                .param("person", person.id())
                .param("reason", Clear.of(Cell.HOLD_REASON, id, reason))
                .param("since", since)
                .param("account", account)
                .update();
    }

    /** With its words: they tell of the person. */
    public void end(Person person) {
        jdbc.sql("delete from legal_hold where " + person.side().table() + " = :id")
                .param("id", person.id())
                .update();
    }
}
