package nl.koppelwerk.command.night;

import java.util.List;
import java.util.Optional;
import nl.koppelwerk.command.Console;
import nl.koppelwerk.command.ExitCode;
import nl.koppelwerk.command.Refusal;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.run.Outcome;
import nl.koppelwerk.data.run.Run;
import nl.koppelwerk.data.run.RunContents;
import nl.koppelwerk.data.run.Runs;
import nl.koppelwerk.data.store.Organisations;
import nl.koppelwerk.domain.pairing.RunId;
import nl.koppelwerk.domain.snapshot.Snapshot;
import org.springframework.context.ApplicationContext;

/** The run that a command was asked about, with what it was decided on and what it proposed. */
record ChosenRun(Run run, Snapshot snapshot, List<Outcome.Proposal> proposals, int erasedPersons) {
    /** Says that what is recomputed need not be what was decided on that night, where people were erased since. */
    void sayWhoIsMissing(Console console) {
        if (erasedPersons > 0) {
            console.say("run.erased", run.id().value(), erasedPersons);
        }
    }

    /**
     * @param number empty: the last one that was published
     * @throws Refusal when there is no such run, or it ended before it decided anything
     */
    static ChosenRun from(ApplicationContext application, Optional<Long> number) {
        OrganisationScope scope = application.getBean(OrganisationScope.class);
        Runs runs = application.getBean(Runs.class);
        RunContents contents = application.getBean(RunContents.class);
        Run run = number.map(RunId::new)
                .map(id -> numbered(scope, runs, id))
                .or(() -> last(application.getBean(Organisations.class), scope, runs))
                .orElseThrow(() -> new Refusal(ExitCode.FAILED, "run.none"));
        return scope.reading(
                run.organisation(),
                () -> new ChosenRun(
                        run,
                        runs.findSnapshot(run.id())
                                .orElseThrow(() -> new Refusal(
                                        ExitCode.FAILED,
                                        run.figures().isPresent() ? "run.let-go" : "run.empty",
                                        run.id().value())),
                        contents.proposals(run.id()),
                        runs.erasedPersons(run.id())));
    }

    private static Run numbered(OrganisationScope scope, Runs runs, RunId id) {
        return runs.organisationOf(id)
                .map(organisation -> scope.reading(organisation, () -> runs.get(id)))
                .orElseThrow(() -> new Refusal(ExitCode.FAILED, "run.unknown", id.value()));
    }

    private static Optional<Run> last(Organisations organisations, OrganisationScope scope, Runs runs) {
        return organisations.list().stream()
                .flatMap(one -> scope.reading(one.id(), () -> runs.findLastPublished()).stream())
                .max(java.util.Comparator.comparing(run -> run.id().value()));
    }
}
