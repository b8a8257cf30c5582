package nl.koppelwerk.batch;

import org.springframework.batch.core.configuration.support.JdbcDefaultBatchConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.annotation.Isolation;

/** Keeps the record of jobs and steps in PostgreSQL, beside the data: Boot's own configuration keeps it in memory. */
@Configuration(proxyBeanMethods = false)
class JobTables extends JdbcDefaultBatchConfiguration {
    /** Of tables and sequences alike: the schema and the usual beginning of their names. */
    @Override
    protected String getTablePrefix() {
        return "batch.BATCH_";
    }

    /** Job instances never collide here, so serialisable isolation would only make concurrent starts fail. */
    @Override
    protected Isolation getIsolationLevelForCreate() {
        return Isolation.READ_COMMITTED;
    }
}
