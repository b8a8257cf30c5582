package nl.koppelwerk.ui;

import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.data.signin.FieldCipher;
import nl.koppelwerk.data.signin.FormTokens;
import nl.koppelwerk.data.signup.NeedsNearby;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.jspecify.annotations.Nullable;

/** What tests need to sign somebody up with the clock of the pages, which stands still. */
public record SignUps(TestDatabase database, OrganisationId organisation, RunningPages pages) {
    private static final Pattern KEY = Pattern.compile("/join/confirm\\?language=\\w+&key=(\\S+)");

    /** Opens the public pages, and counts what is needed. */
    public SignUps open(@Nullable String shortName, @Nullable String phone) {
        database.scope().inside(organisation, () -> {
            database.jdbc()
                    .sql("update organisation set short_name = :name, phone = :phone")
                    .param("name", shortName, Types.VARCHAR)
                    .param("phone", phone, Types.VARCHAR)
                    .update();
            new NeedsNearby(database.jdbc()).count(organisation, Town.DAY);
        });
        return this;
    }

    /** As if the form had been opened so long ago. */
    public String token(String form, Duration ago) {
        Clock before = Clock.offset(pages.context().getBean(Clock.class), ago.negated());
        return new FormTokens(pages.context().getBean(FieldCipher.class), before).issue(form);
    }

    public List<String> mail(String address) {
        return new OwnMailbox(database, organisation).all(address);
    }

    public static String key(String mail) {
        Matcher matcher = KEY.matcher(mail);
        if (!matcher.find()) {
            throw new AssertionError("no link in the mail:\n" + mail);
        }
        return matcher.group(1);
    }

    /** State by name of who signed up. */
    public List<String> kept() {
        return database.scope()
                .inside(
                        organisation,
                        () -> database
                                .jdbc()
                                .sql("select name || ' ' || state as line from registration")
                                .query((row, number) -> row.getString("line"))
                                .list()
                                .stream()
                                .sorted()
                                .toList());
    }

    public UUID id(String name) {
        return database.scope()
                .inside(
                        organisation,
                        () -> database
                                .jdbc()
                                .sql("select id, name from registration")
                                .query((row, number) ->
                                        Map.entry(row.getString("name"), row.getObject("id", UUID.class)))
                                .list()
                                .stream()
                                .filter(one -> one.getKey().equals(name))
                                .map(Map.Entry::getValue)
                                .findAny()
                                .orElseThrow());
    }
}
