package nl.koppelwerk.data.database;

import java.sql.Types;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import nl.koppelwerk.data.cipher.Whose;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one way to rows of an organisation: a transaction that first says whose it is and who reads. The database shows it
 * no others, and forgets both when the transaction ends.
 */
public final class OrganisationScope {
    private final JdbcClient jdbc;
    private final TransactionTemplate writing;
    private final TransactionTemplate reading;
    private final Reader reader;

    /** For the software itself. */
    public OrganisationScope(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this(jdbc, transactions, Reader.SOFTWARE);
    }

    /** @param reader asked anew in each transaction */
    public OrganisationScope(JdbcClient jdbc, PlatformTransactionManager transactions, Reader reader) {
        this.jdbc = jdbc;
        this.reader = reader;
        this.writing = new TransactionTemplate(transactions);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.reading.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * Runs the work in one transaction of the organisation, all or nothing. Inside another transaction it becomes part of
     * that one.
     *
     * @throws IllegalStateException inside the scope of another organisation
     */
    public <T> T inside(OrganisationId organisation, Supplier<T> work) {
        return run(writing, organisation, work);
    }

    /** As {@link #inside}, for work without an answer. */
    public void inside(OrganisationId organisation, Runnable work) {
        inside(organisation, () -> {
            work.run();
            return organisation;
        });
    }

    /**
     * Reads in one consistent view: everything as it was at the first query, whatever others change meanwhile. Always a
     * transaction of its own, on a connection of its own: what a transaction around it has written is not seen.
     */
    public <T> T reading(OrganisationId organisation, Supplier<T> work) {
        return run(reading, organisation, work);
    }

    private <T> T run(TransactionTemplate template, OrganisationId organisation, Supplier<T> work) {
        return Whose.keys(
                organisation.value(),
                () -> template.execute(status -> {
                    enter(organisation);
                    return work.get();
                }));
    }

    private void enter(OrganisationId organisation) {
        Optional<UUID> before = jdbc.sql("select enter(:organisation, :reader) as before")
                .param("organisation", organisation.value())
                .param("reader", reader.account().orElse(null), Types.OTHER)
                .query((row, number) -> Optional.ofNullable(row.getObject("before", UUID.class)))
                .single();
        if (before.isPresent() && !before.get().equals(organisation.value())) {
            throw new IllegalStateException("inside a transaction of organisation " + before.get()
                    + " there is no way to organisation " + organisation.value());
        }
    }
}
