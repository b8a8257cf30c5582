package nl.koppelwerk.batch.nightly;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.batch.Work;
import nl.koppelwerk.data.run.Run;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.repository.JobRepository;

/**
 * The nightly matching as Spring Batch sees it. Every start is a job instance of its own, told apart by its attempt: the
 * framework's restart is not used, because it has been seen to run twice and to lose rows.
 */
final class NightlyJob {
    static final String NAME = "nightly";

    private final JobRepository repository;
    private final JobOperator operator;
    private final List<StepExecutionListener> listeners;
    private final Clock clock;

    NightlyJob(JobRepository repository, JobOperator operator, List<StepExecutionListener> listeners, Clock clock) {
        this.repository = repository;
        this.operator = operator;
        this.listeners = List.copyOf(listeners);
        this.clock = clock;
    }

    /** @return why the job failed, without persons; empty when it did not */
    Optional<String> start(Run run, UUID attempt, NightWork work) {
        JobParameters ids = new JobParametersBuilder()
                .addString("attempt", attempt.toString())
                .addLong("run", run.id().value())
                .addString("organisation", run.organisation().value().toString())
                .toJobParameters();
        try {
            return failure(operator.start(job(work), ids));
        } catch (JobExecutionException e) {
            throw new IllegalStateException("run " + run.id().value() + " with a fresh attempt does not start", e);
        }
    }

    private Job job(NightWork work) {
        return new JobBuilder(NAME, repository)
                .preventRestart()
                .start(step("snapshot", work::snapshot))
                .next(step("match", work::match))
                .next(step("publish", work::publish))
                .next(step("reconcile", work::reconcile))
                .build();
    }

    private Work step(String name, Runnable work) {
        Work step = new Work(name, repository, work);
        listeners.forEach(step::registerStepExecutionListener);
        return step;
    }

    private static Optional<String> failure(JobExecution execution) {
        if (execution.getStatus() == BatchStatus.COMPLETED) {
            return Optional.empty();
        }
        return Optional.of(execution.getAllFailureExceptions().stream()
                .findFirst()
                .map(failure -> String.valueOf(failure.getMessage()))
                .orElse(execution.getExitStatus().getExitCode()));
    }

    /** Closes the records of attempts that were killed. To be called under the organisation's lock, when none can run. */
    void closeInterrupted(OrganisationId organisation) {
        repository.findRunningJobExecutions(NAME).stream()
                .filter(execution -> organisation
                        .value()
                        .toString()
                        .equals(execution.getJobParameters().getString("organisation")))
                .forEach(this::close);
    }

    private void close(JobExecution execution) {
        LocalDateTime now = LocalDateTime.now(clock);
        ExitStatus interrupted = new ExitStatus(ExitStatus.FAILED.getExitCode(), "interrupted");
        execution.getStepExecutions().stream()
                .filter(step -> step.getStatus().isRunning())
                .forEach(step -> {
                    step.setStatus(BatchStatus.FAILED);
                    step.setExitStatus(interrupted);
                    step.setEndTime(now);
                    repository.update(step);
                });
        execution.setStatus(BatchStatus.FAILED);
        execution.setExitStatus(interrupted);
        execution.setEndTime(now);
        repository.update(execution);
    }
}
