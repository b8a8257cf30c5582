package nl.koppelwerk.batch;

import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.AbstractStep;
import org.springframework.batch.core.step.StepExecution;

/**
 * A step that does one piece of work and minds its own transactions. A tasklet step would open one around the work, in
 * which a consistent view of the data can no longer be asked for.
 */
public final class Work extends AbstractStep {
    private final Runnable work;

    public Work(String name, JobRepository repository, Runnable work) {
        super(repository);
        setName(name);
        this.work = work;
    }

    @Override
    protected void doExecute(StepExecution execution) {
        try {
            work.run();
        } catch (RuntimeException e) {
            throw new WorkFailedException(getName(), e);
        }
    }
}
