package nl.koppelwerk.ui;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.koppelwerk.data.cipher.Cell;
import nl.koppelwerk.data.cipher.Clear;
import nl.koppelwerk.data.cipher.Said;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.awaitility.Awaitility;

/** The mailboxes of the volunteers of a town, as far as mail to them waits to be sent. */
public record OwnMailbox(TestDatabase database, OrganisationId organisation) {
    private static final Pattern LINK = Pattern.compile("/own/enter\\?language=\\w+#(\\S+)");
    private static final Pattern CODE = Pattern.compile("(\\d{4} \\d{4})");

    /** Gives the how-manieth volunteer of the town an address; answers whose it is. */
    public UUID give(int which, String address) {
        UUID id = inside(() -> database.jdbc()
                .sql("select id from volunteer order by reference limit 1 offset :which")
                .param("which", which)
                .query(UUID.class)
                .single());
        Said.put(database, organisation, Cell.VOLUNTEER_EMAIL, address, "id = :id", Map.of("id", id));
        return id;
    }

    /** The last mail, once there are as many as this. */
    public String last(String address, int count) {
        Awaitility.await().until(() -> all(address).size() >= count);
        return all(address).getLast();
    }

    public List<String> all(String address) {
        return inside(() -> database.jdbc()
                .sql(
                        "select body from outgoing_mail where sealed_index(recipient) = :address order by created_at, xmin::text::bigint")
                .param("address", Clear.index(Cell.Looking.BY_EMAIL, address))
                .query(String.class)
                .list());
    }

    /** The link that a mail has, without what comes before the number sign. */
    public static String link(String mail) {
        return found(LINK, mail);
    }

    public static String code(String mail) {
        return found(CODE, mail);
    }

    private static String found(Pattern pattern, String mail) {
        Matcher matcher = pattern.matcher(mail);
        if (!matcher.find()) {
            throw new AssertionError("not in the mail: " + pattern + "\n" + mail);
        }
        return matcher.group(1);
    }

    public <T> T inside(Supplier<T> work) {
        return database.scope().inside(organisation, work);
    }

    /** Something about one volunteer, as text. */
    public String kept(UUID volunteer, String column) {
        return inside(() -> database.jdbc()
                .sql("select " + column + "::text from volunteer where id = :id")
                .param("id", volunteer)
                .query(String.class)
                .single());
    }
}
