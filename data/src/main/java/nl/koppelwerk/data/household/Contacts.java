package nl.koppelwerk.data.household;

import java.sql.Types;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.cipher.Cell;
import nl.koppelwerk.data.cipher.Clear;
import nl.koppelwerk.data.history.History;
import nl.koppelwerk.data.history.Way;
import nl.koppelwerk.data.person.By;
import nl.koppelwerk.domain.family.FamilyId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How coordinators reach a family, and in which language; of those that the reader sees. */
public final class Contacts {
    private final JdbcClient jdbc;
    private final History history;
    private final Audit audit;

    Contacts(JdbcClient jdbc, History history, Audit audit) {
        this.jdbc = jdbc;
        this.history = history;
        this.audit = audit;
    }

    /** @param language of mail and of the page */
    public record Contact(Optional<String> email, Optional<String> phone, String language) {}

    public Optional<Contact> find(FamilyId id) {
        return jdbc.sql("select email, phone, page_language from family where id = :id and merged_into is null")
                .param("id", id.value())
                .query((row, number) -> new Contact(
                        Optional.ofNullable(row.getString("email")),
                        Optional.ofNullable(row.getString("phone")),
                        row.getString("page_language")))
                .optional();
    }

    /**
     * Keeps another number or language; the address is kept with the rest of the family.
     *
     * @return whether there is such a family in sight
     */
    public boolean keep(FamilyId id, Optional<String> phone, String language, By by) {
        history.sign(Optional.of(by.account()), Way.PAGE);
        boolean there = jdbc.sql("""
                        update family set phone = :phone, page_language = :language, version = version + 1
                        where id = :id and merged_into is null
                        """)
                        .param("phone", Clear.of(Cell.FAMILY_PHONE, id.value(), phone), Types.VARCHAR)
                        .param("language", language)
                        .param("id", id.value())
                        .update()
                == 1;
        if (there) {
            audit.add(
                    by.organisation(),
                    new AuditEntry(
                            Optional.of(by.account()),
                            AuditEntry.Action.CHANGED,
                            AuditEntry.Subject.FAMILY,
                            id.value().toString(),
                            Map.of("what", "contact")));
        }
        return there;
    }
}
