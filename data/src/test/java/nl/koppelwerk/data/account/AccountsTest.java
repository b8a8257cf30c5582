package nl.koppelwerk.data.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.dao.DuplicateKeyException;

@ExtendWith(DatabaseExtension.class)
class AccountsTest {
    private final TestDatabase database;
    private final Accounts accounts;

    AccountsTest(TestDatabase database) {
        this.database = database;
        this.accounts = new Accounts(database.jdbc(), database.scope());
    }

    @Test
    void anAccountIsFoundByItsAddressBeforeTheOrganisationIsKnown() {
        Account kept = account(database.organisation("found"), 11, "Fatima@Koppelwerk.example");
        accounts.save(kept);

        assertThat(accounts.findForSignIn(" fatima@koppelwerk.EXAMPLE ")).contains(kept);
        assertThat(accounts.findForSignIn("fatima%")).isEmpty();
        assertThat(accounts.findForSignIn("nobody@koppelwerk.example")).isEmpty();
    }

    @Test
    void anAddressBelongsToOneAccountOverAllOrganisations() {
        accounts.save(account(database.organisation("first"), 21, "sanne@koppelwerk.example"));
        OrganisationId other = database.organisation("other");

        assertThatThrownBy(() -> accounts.save(account(other, 22, "sanne@koppelwerk.example")))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void anAccountNeverShowsItsHashInText() {
        Account account = account(new OrganisationId(new UUID(0, 1)), 31, "jan@koppelwerk.example");

        assertThat(account.toString()).doesNotContain("hash").doesNotContain("jan");
    }

    private static Account account(OrganisationId organisation, int number, String email) {
        return new Account(
                new UUID(9, number), organisation, email, "Naam", "{bcrypt}hash", Account.Role.COORDINATOR, true);
    }
}
