package nl.koppelwerk.command.night;

import java.time.Clock;
import java.util.Locale;
import nl.koppelwerk.batch.nightly.Night;
import nl.koppelwerk.batch.nightly.NightOrder;
import nl.koppelwerk.batch.nightly.NightProgress;
import nl.koppelwerk.batch.nightly.NightlyRun;
import nl.koppelwerk.command.Console;
import nl.koppelwerk.command.ExitCode;
import nl.koppelwerk.command.ProgressBar;
import nl.koppelwerk.command.Refusal;
import nl.koppelwerk.data.run.RunProgress.Stage;
import nl.koppelwerk.data.store.Organisations.Organisation;
import nl.koppelwerk.solver.Progress;
import org.springframework.context.ApplicationContext;

/** A nightly run with somebody watching: a progress bar meanwhile, a summary after. */
public final class NightOnConsole {
    private final Console console;
    private final Clock clock;
    private final ApplicationContext application;

    public NightOnConsole(Console console, Clock clock, ApplicationContext application) {
        this.console = console;
        this.clock = clock;
        this.application = application;
    }

    /**
     * @return {@link ExitCode#OK} when the proposals of this night stand
     * @throws Refusal when another process is matching, or the run failed
     */
    public int run(Organisation organisation, NightOrder order) {
        Night night;
        try (ProgressBar bar = new ProgressBar(console, clock)) {
            night = application.getBean(NightlyRun.class).run(order, new OnBar(bar));
        }
        NightSummary summary = new NightSummary(console, application);
        switch (night) {
            case Night.Published(var run) -> summary.print(organisation, run);
            case Night.DoneAlready(var run) -> summary.print(organisation, run);
            case Night.Busy() -> throw new Refusal(ExitCode.BUSY, "night.busy", organisation.name());
            case Night.Failed(var run, var failure) ->
                throw new Refusal(ExitCode.FAILED, "night.failed", run.value(), failure);
            case Night.Cancelled(var run) -> throw new Refusal(ExitCode.FAILED, "night.cancelled", run.value());
        }
        return ExitCode.OK;
    }

    private final class OnBar implements NightProgress {
        private final ProgressBar bar;

        OnBar(ProgressBar bar) {
            this.bar = bar;
        }

        @Override
        public void report(Stage stage, double share) {
            bar.show(name(stage), stage.ofWhole(share), "");
        }

        @Override
        public void searching(double share, Progress.State state) {
            bar.show(name(Stage.MATCH), Stage.MATCH.ofWhole(share), state);
        }
    }

    private String name(Stage stage) {
        return console.texts().get("night.stage." + stage.name().toLowerCase(Locale.ROOT));
    }
}
