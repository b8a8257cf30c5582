package nl.koppelwerk.batch;

import org.springframework.batch.core.configuration.support.JdbcDefaultBatchConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.annotation.Isolation;

/** Keeps the record of jobs and steps in PostgreSQL, beside the data: Boot's own configuration keeps it in memory. */
@Configuration(proxyBeanMethods = false)
class JobTables extends JdbcDefaultBatchConfiguration {
    private static final String PREFIX = "batch.BATCH_";

    @Override
    protected String getTablePrefix() {
        return PREFIX;
    }

    @Override
    protected String getJobInstanceIncrementerName() {
        return PREFIX + "JOB_INSTANCE_SEQ";
    }

    @Override
    protected String getJobExecutionIncrementerName() {
        return PREFIX + "JOB_EXECUTION_SEQ";
    }

    @Override
    protected String getStepExecutionIncrementerName() {
        return PREFIX + "STEP_EXECUTION_SEQ";
    }

    /** Job instances never collide here, so serialisable isolation would only make concurrent starts fail. */
    @Override
    protected Isolation getIsolationLevelForCreate() {
        return Isolation.READ_COMMITTED;
    }
}
