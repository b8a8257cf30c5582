package nl.koppelwerk.batch.nightly;

import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import nl.koppelwerk.batch.BatchApplication;
import nl.koppelwerk.data.store.Town;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A process that starts a night and stops dead at one point of it, saying so, until somebody kills it. */
final class NightThatIsKilled {
    static final String HERE = "stopped at the point";

    private NightThatIsKilled() {}

    /** Arguments: organisation, point ({@code before match}, {@code after match} or {@code nowhere}), settings. */
    public static void main(String... args) {
        String[] settings = Arrays.copyOfRange(args, 2, args.length);
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(
                        BatchApplication.class, SwitchedMatcher.class)
                .web(WebApplicationType.NONE)
                .initializers(before -> before.getBeanFactory().registerSingleton("stop", new Stop(args[1])))
                .run(settings)) {
            OrganisationId organisation = new OrganisationId(UUID.fromString(args[0]));
            context.getBean(NightlyRun.class).run(NightOrder.on(Town.TODAY, organisation), NightProgress.NONE);
        }
    }

    private record Stop(String point) implements StepExecutionListener {
        @Override
        public void beforeStep(StepExecution step) {
            stopAt("before " + step.getStepName());
        }

        @Override
        public @Nullable ExitStatus afterStep(StepExecution step) {
            stopAt("after " + step.getStepName());
            return null;
        }

        private void stopAt(String here) {
            if (here.equals(point)) {
                System.out.println(HERE);
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException("only killing ends this", e);
                }
            }
        }
    }
}
