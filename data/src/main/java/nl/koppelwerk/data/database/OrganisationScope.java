package nl.koppelwerk.data.database;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one way to rows of an organisation: a transaction that first says whose it is. The database shows it no others, and
 * forgets the name when the transaction ends.
 */
public final class OrganisationScope {
    private final JdbcClient jdbc;
    private final TransactionTemplate writing;
    private final TransactionTemplate reading;

    public OrganisationScope(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
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
        return template.execute(status -> {
            enter(organisation);
            return work.get();
        });
    }

    private void enter(OrganisationId organisation) {
        String sql = """
                select nullif(current_setting('app.organisation', true), '')::uuid as before,
                       set_config('app.organisation', :organisation, true) as after
                """;
        Optional<UUID> before = jdbc.sql(sql)
                .param("organisation", organisation.value().toString())
                .query((row, number) -> Optional.ofNullable(row.getObject("before", UUID.class)))
                .single();
        if (before.isPresent() && !before.get().equals(organisation.value())) {
            throw new IllegalStateException("inside a transaction of organisation " + before.get()
                    + " there is no way to organisation " + organisation.value());
        }
    }
}
