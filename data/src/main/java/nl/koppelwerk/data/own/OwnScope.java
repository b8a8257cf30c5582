package nl.koppelwerk.data.own;

import java.util.Optional;
import java.util.function.Supplier;
import nl.koppelwerk.data.database.OrganisationScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Work with the eyes of one volunteer, whoever is signed in in the same browser, if anybody is. */
public final class OwnScope {
    private final JdbcClient jdbc;
    private final PlatformTransactionManager transactions;

    OwnScope(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** In a transaction, in which the database shows the own row and nothing of anybody else. */
    public <T> T inside(OwnVolunteer volunteer, Supplier<T> work) {
        return new OrganisationScope(
                        jdbc,
                        transactions,
                        () -> Optional.of(volunteer.volunteer().value()))
                .inside(volunteer.organisation(), work);
    }
}
