package nl.koppelwerk.ui.run;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.koppelwerk.data.rerun.Rerun;
import nl.koppelwerk.data.rerun.Reruns;
import nl.koppelwerk.data.store.Programmes;
import nl.koppelwerk.data.view.Page;
import nl.koppelwerk.data.view.RejectedRow;
import nl.koppelwerk.data.view.RunDetails;
import nl.koppelwerk.data.view.RunReport;
import nl.koppelwerk.data.view.RunReports;
import nl.koppelwerk.domain.pairing.RunId;
import nl.koppelwerk.domain.programme.Programme;
import org.springframework.stereotype.Component;

/** Puts the page of a run together, inside the scope of the reader's organisation. */
@Component
class RunPages {
    private final RunDetails details;
    private final RunReports reports;
    private final Reruns reruns;
    private final Programmes programmes;
    private final Clock clock;

    RunPages(RunDetails details, RunReports reports, Reruns reruns, Programmes programmes, Clock clock) {
        this.programmes = programmes;
        this.details = details;
        this.reports = reports;
        this.reruns = reruns;
        this.clock = clock;
    }

    Optional<RunPage> find(long number) {
        RunId run = new RunId(number);
        return details.find(number).map(detail -> {
            Optional<RunReport> report = reports.find(run);
            List<Rerun> replays = reruns.replays(run);
            return new RunPage(
                    detail,
                    report,
                    report.flatMap(made -> made.fairness().longestUnserved()).flatMap(reports::findRequest),
                    replays,
                    clock.instant());
        });
    }

    /** Rows that were refused since the run before it. */
    Page<RejectedRow> rejected(long number, int page, int size) {
        return details.rejected(number, page, size);
    }

    /** By code. */
    Map<String, String> programmeNames() {
        return programmes.list().stream().collect(Collectors.toMap(Programme::code, Programme::name));
    }
}
