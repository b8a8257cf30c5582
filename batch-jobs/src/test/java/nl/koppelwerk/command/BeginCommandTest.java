package nl.koppelwerk.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DatabaseExtension.class)
class BeginCommandTest {
    private final TestDatabase database;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    BeginCommandTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void anOrganisationBeginsWithOneAdministratorWhoIsInvitedUntilSheIsIn() {
        assertThat(begin("Samen Delft", "--email", "els@delft.example", "--name", "Els"))
                .isEqualTo(ExitCode.OK);
        String first = link();
        assertThat(accounts()).containsExactly("els@delft.example Els ADMINISTRATOR {none}");

        assertThat(begin("Samen Delft", "--email", "els@delft.example")).isEqualTo(ExitCode.OK);
        assertThat(link()).as("a lost invitation is made anew").isNotEqualTo(first);
        assertThat(accounts()).hasSize(1);

        OrganisationId delft = new OrganisationId(database.ownerJdbc()
                .sql("select organisation from account where email = 'els@delft.example'")
                .query(UUID.class)
                .single());
        database.scope()
                .inside(
                        delft,
                        () -> database.jdbc()
                                .sql("update account set password_hash = 'x'")
                                .update());
        assertThat(begin("Samen Delft", "--email", "ander@delft.example")).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).contains("Samen Delft");
        assertThat(begin("Samen Leiden", "--email", "els@delft.example")).isEqualTo(ExitCode.FAILED);
        assertThat(accounts()).hasSize(1);
    }

    @Test
    void whatIsNoAddressIsRefusedBeforeAnythingIsMade() {
        assertThat(begin("Samen Gouda", "--email", "els")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("els");
        assertThat(database.ownerJdbc()
                        .sql("select count(*) from organisation where name = 'Samen Gouda'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private int begin(String... words) {
        List<String> settings =
                Stream.of(database.properties()).map(setting -> "--" + setting).toList();
        Console console = new Console(
                new PrintWriter(out, true), new PrintWriter(err, true), false, new Texts(Texts.DUTCH), settings);
        return new Commands(console)
                .with(CommandGroup.START, new BeginCommand(console))
                .run(Stream.concat(Stream.of("begin"), Stream.of(words)).toList());
    }

    /** The last one that was printed. */
    private String link() {
        String said = out.toString();
        return said.substring(said.lastIndexOf("/welcome?link=")).strip();
    }

    private List<String> accounts() {
        return database.ownerJdbc()
                .sql("select email || ' ' || name || ' ' || role || ' ' || password_hash from account"
                        + " where email like '%delft.example'")
                .query((row, number) -> String.valueOf(row.getString(1)))
                .list();
    }
}
