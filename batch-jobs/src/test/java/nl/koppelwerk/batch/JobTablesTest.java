package nl.koppelwerk.batch;

import static org.assertj.core.api.Assertions.assertThat;

import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

@ExtendWith(DatabaseExtension.class)
class JobTablesTest {
    @Test
    void aJobLeavesItsRecordInTheDatabase(TestDatabase database) throws Exception {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(BatchApplication.class)
                .web(WebApplicationType.NONE)
                .properties(database.properties())
                .run()) {
            JobRepository repository = context.getBean(JobRepository.class);
            Job job = new JobBuilder("trial", repository)
                    .start(new Work("only", repository, () -> {}))
                    .build();

            JobExecution execution = context.getBean(JobOperator.class)
                    .start(job, new JobParametersBuilder().addLong("run", 17L).toJobParameters());

            assertThat(execution.getStatus()).isEqualTo(BatchStatus.COMPLETED);
        }
        assertThat(database.jdbc().sql("""
                                select s.step_name || ' ' || s.status || ' ' || p.parameter_value
                                from batch.batch_step_execution s
                                join batch.batch_job_execution_params p using (job_execution_id)
                                """).query(String.class).list()).containsExactly("only COMPLETED 17");
    }

    @Test
    void aFailureIsKeptWithoutWhatItSays(TestDatabase database) throws Exception {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(BatchApplication.class)
                .web(WebApplicationType.NONE)
                .properties(database.properties())
                .run()) {
            JobRepository repository = context.getBean(JobRepository.class);
            Job job = new JobBuilder("broken", repository)
                    .start(new Work("only", repository, () -> {
                        throw new IllegalStateException("family Jansen", new ArithmeticException("Jansen again"));
                    }))
                    .build();

            context.getBean(JobOperator.class)
                    .start(job, new JobParametersBuilder().addLong("run", 18L).toJobParameters());
        }
        assertThat(database.jdbc()
                        .sql("select exit_message from batch.batch_step_execution where status = 'FAILED'")
                        .query(String.class)
                        .single())
                .contains("IllegalStateException, ArithmeticException", "JobTablesTest")
                .doesNotContain("Jansen");
    }
}
