package nl.koppelwerk.command.night;

import java.util.Optional;
import java.util.concurrent.Callable;
import nl.koppelwerk.batch.BatchApplication;
import nl.koppelwerk.candidates.Candidates;
import nl.koppelwerk.command.ApplicationStart;
import nl.koppelwerk.command.Console;
import nl.koppelwerk.command.ExitCode;
import nl.koppelwerk.command.Refusal;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.run.Figures;
import nl.koppelwerk.data.run.Run;
import nl.koppelwerk.data.run.Runs;
import nl.koppelwerk.matching.Promise;
import nl.koppelwerk.matching.ProposedPlan;
import nl.koppelwerk.problem.Plan;
import nl.koppelwerk.problem.PlanValue;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.verify.RunVerifier;
import nl.koppelwerk.verify.RunVerifier.Verdict;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Recomputes from the stored prices alone how good a run's plan can be said to be, apart from the solver. */
@Command(name = "verify")
public final class VerifyCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "RUN", arity = "0..1")
    private Optional<Long> number = Optional.empty();

    public VerifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (ConfigurableApplicationContext application =
                new ApplicationStart(console).start(BatchApplication.class, WebApplicationType.NONE)) {
            ChosenRun chosen = ChosenRun.from(application, number);
            chosen.sayWhoIsMissing(console);
            Figures figures = chosen.run()
                    .figures()
                    .orElseThrow(() -> new Refusal(
                            ExitCode.FAILED, "run.empty", chosen.run().id().value()));
            Candidates candidates = Candidates.find(chosen.snapshot());
            Verdict verdict = new RunVerifier(candidates.problem(), () -> plan(candidates, chosen))
                    .verify(value(figures), bound(figures), certificate(application, chosen.run()));
            say(chosen.run().id().value(), candidates.problem(), verdict);
            return verdict instanceof Verdict.Holds ? ExitCode.OK : ExitCode.FOUND;
        }
    }

    private static Plan plan(Candidates candidates, ChosenRun chosen) {
        return ProposedPlan.of(
                candidates,
                chosen.proposals().stream()
                        .map(proposal -> new Promise(proposal.request(), proposal.volunteer(), proposal.dayParts()))
                        .toList());
    }

    private static PlanValue value(Figures figures) {
        return new PlanValue(figures.servedWeight(), figures.fit());
    }

    /** Runs without a bound on the fit are from before bounds were kept. */
    private static PlanValue bound(Figures figures) {
        return new PlanValue(figures.servedWeightBound(), figures.fitBound().orElse(Long.MAX_VALUE));
    }

    private static byte[] certificate(ApplicationContext application, Run run) {
        Runs runs = application.getBean(Runs.class);
        return application
                .getBean(OrganisationScope.class)
                .reading(run.organisation(), () -> runs.findCertificate(run.id()))
                .orElse(new byte[0]);
    }

    private void say(long run, Problem problem, Verdict verdict) {
        switch (verdict) {
            case Verdict.Holds holds -> sayItHolds(run, problem, holds);
            case Verdict.Missing _ -> console.say("verify.missing", run);
            case Verdict.Unreadable(String reason) -> console.say("verify.unreadable", run, reason);
            case Verdict.OtherProblem _ -> console.say("verify.problem", run);
            case Verdict.OtherValue(PlanValue recorded, PlanValue found) ->
                console.say(
                        "verify.value",
                        run,
                        recorded.servedWeight(),
                        recorded.fit(),
                        found.servedWeight(),
                        found.fit());
            case Verdict.OtherBound(PlanValue recorded, PlanValue claimed) ->
                console.say(
                        "verify.bound",
                        run,
                        recorded.servedWeight(),
                        recorded.fit(),
                        claimed.servedWeight(),
                        claimed.fit());
            case Verdict.NotShown(String reason) -> console.say("verify.not-shown", run, reason);
        }
    }

    private void sayItHolds(long run, Problem problem, Verdict.Holds holds) {
        PlanValue value = holds.value();
        PlanValue shown = holds.shown();
        console.say("verify.problem-rebuilt", run, problem.requests(), problem.volunteers(), problem.pairs());
        console.say(
                "verify.first",
                value.servedWeight(),
                shown.servedWeight(),
                gap(value.servedWeight(), shown.servedWeight()));
        console.say("verify.second", value.fit(), shown.fit(), gap(value.fit(), shown.fit()));
        if (!holds.pricesShowItAll()) {
            console.say(
                    "verify.searched",
                    holds.bound().servedWeight(),
                    holds.bound().fit());
        }
        console.say("verify.holds", run);
    }

    /** In percents of what the prices show. */
    private static double gap(long value, long shown) {
        return shown <= value ? 0 : 100.0 * (shown - value) / Math.max(1, Math.abs(shown));
    }
}
