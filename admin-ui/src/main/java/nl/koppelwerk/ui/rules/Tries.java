package nl.koppelwerk.ui.rules;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.batch.rerun.RerunOrder;
import nl.koppelwerk.batch.rerun.Rerunning;
import nl.koppelwerk.data.rerun.Difference;
import nl.koppelwerk.data.rerun.Differences;
import nl.koppelwerk.data.rerun.Rerun;
import nl.koppelwerk.data.rerun.Reruns;
import nl.koppelwerk.data.view.RunView;
import nl.koppelwerk.data.view.RunViews;
import nl.koppelwerk.domain.pairing.RunId;
import nl.koppelwerk.domain.programme.Programme;
import nl.koppelwerk.domain.programme.RuleSettings;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.UnknownPage;
import org.springframework.stereotype.Component;

/** Drafts that are tried on the night whose proposals stand. */
@Component
class Tries {
    private static final int SHOWN = 5;

    private final Rerunning rerunning;
    private final Reruns reruns;
    private final Differences differences;
    private final RunViews runs;

    Tries(Rerunning rerunning, Reruns reruns, Differences differences, RunViews runs) {
        this.rerunning = rerunning;
        this.reruns = reruns;
        this.differences = differences;
        this.runs = runs;
    }

    /** The latest first; inside the scope of the reader's organisation. */
    List<Rerun> list(Programme programme) {
        return reruns.tries(programme.id()).stream().limit(SHOWN).toList();
    }

    /** Inside the scope of the reader's organisation. */
    Optional<RunView> findLastNight() {
        return runs.findLastPublished();
    }

    /** To be called outside any transaction: the other thread has its own. */
    Rerunning.Start start(RunView night, Programme programme, RuleSettings draft, Coordinator by) {
        return rerunning.start(new RerunOrder(
                by.organisation(),
                new RunId(night.number()),
                by.account(),
                Optional.of(new Rerun.Draft(programme.id(), draft))));
    }

    /** @throws UnknownPage when there is none of this programme */
    Rerun get(Programme programme, UUID id) {
        return reruns.find(id)
                .filter(found -> found.draft()
                        .filter(draft -> draft.programme().equals(programme.id()))
                        .isPresent())
                .orElseThrow(UnknownPage::new);
    }

    /** The run that it was tried on. */
    RunView findNight(Rerun rerun) {
        return runs.find(rerun.run().value()).orElseThrow(UnknownPage::new);
    }

    boolean cancel(Rerun rerun) {
        return reruns.cancel(rerun.id());
    }

    Difference difference(Rerun rerun) {
        return differences.between(rerun.run(), rerun.id());
    }
}
