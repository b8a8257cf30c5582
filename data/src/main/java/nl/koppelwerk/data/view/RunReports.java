package nl.koppelwerk.data.view;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.koppelwerk.data.database.WholeOrganisation;
import nl.koppelwerk.data.run.RunContents;
import nl.koppelwerk.data.run.Runs;
import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.domain.pairing.Pairing;
import nl.koppelwerk.domain.pairing.RunId;
import nl.koppelwerk.domain.snapshot.Snapshot;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.explain.Shift;
import nl.koppelwerk.fairness.Fairness;
import nl.koppelwerk.matching.Promise;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reports on the published runs of the organisation whose scope this is called in. They are about all of it, so they name
 * nobody; names are looked up for the reader. The last ones asked for are remembered, because a published run never changes.
 */
public final class RunReports {
    private static final int REMEMBERED = 8;

    private final JdbcClient jdbc;
    private final Runs runs;
    private final RunContents contents;
    private final Map<RunId, RunReport> remembered =
            Collections.synchronizedMap(new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<RunId, RunReport> eldest) {
                    return size() > REMEMBERED;
                }
            });

    public RunReports(JdbcClient jdbc, Runs runs, RunContents contents) {
        this.jdbc = jdbc;
        this.runs = runs;
        this.contents = contents;
    }

    /** Empty for a run that is not here, has not published or whose snapshot is no longer kept. */
    public Optional<RunReport> find(RunId run) {
        return runs.find(run).filter(found -> found.figures().isPresent()).flatMap(found -> {
            RunReport known = remembered.get(run);
            Optional<RunReport> report = known == null ? report(run) : Optional.of(known);
            report.ifPresent(made -> remembered.put(run, made));
            return report;
        });
    }

    private Optional<RunReport> report(RunId run) {
        return runs.findSnapshot(run)
                .map(snapshot -> report(
                        snapshot,
                        WholeOrganisation.seen(
                                jdbc,
                                () -> contents.proposals(run).stream()
                                        .map(proposal -> new Promise(
                                                proposal.request(), proposal.volunteer(), proposal.dayParts()))
                                        .toList())));
    }

    private static RunReport report(Snapshot snapshot, List<Promise> proposals) {
        Map<SupportRequestId, VolunteerId> before = new HashMap<>();
        for (Pairing last : snapshot.lastProposals()) {
            before.put(last.request(), last.volunteer());
        }
        Set<SupportRequestId> served = proposals.stream().map(Promise::request).collect(Collectors.toSet());
        return new RunReport(
                Fairness.of(snapshot, served),
                (int) proposals.stream()
                        .filter(now -> now.volunteer().equals(before.get(now.request())))
                        .count(),
                (int) proposals.stream()
                        .filter(now -> !before.containsKey(now.request()))
                        .count(),
                Shift.since(snapshot, proposals));
    }

    /** The shifts of requests that the reader may see, with the names that the reader may see. */
    public List<ShiftLine> lines(RunReport report) {
        Set<UUID> requests = new HashSet<>();
        Set<UUID> volunteers = new HashSet<>();
        for (Shift shift : report.shifts()) {
            requests.add(shift.request().value());
            volunteers.add(shift.before().value());
            shift.now().ifPresent(now -> volunteers.add(now.value()));
            if (shift.cause() instanceof Shift.Cause.Elsewhere(SupportRequestId other)) {
                requests.add(other.value());
            }
        }
        Map<UUID, Named> families = families(requests);
        Map<UUID, String> names = volunteers(volunteers);
        return report.shifts().stream()
                .filter(shift -> families.containsKey(shift.request().value()))
                .map(shift -> line(shift, families, names))
                .toList();
    }

    /** A request as staff know it. */
    public record Named(String family, String reference) {}

    /** Empty when the reader may not see it. */
    public Optional<Named> findRequest(SupportRequestId request) {
        return Optional.ofNullable(families(Set.of(request.value())).get(request.value()));
    }

    private static ShiftLine line(Shift shift, Map<UUID, Named> families, Map<UUID, String> names) {
        Named own = families.getOrDefault(shift.request().value(), new Named("", ""));
        return new ShiftLine(
                shift,
                own.family(),
                own.reference(),
                Optional.ofNullable(names.get(shift.before().value())),
                shift.now().flatMap(now -> Optional.ofNullable(names.get(now.value()))),
                shift.cause() instanceof Shift.Cause.Elsewhere(SupportRequestId other)
                        ? Optional.ofNullable(families.get(other.value())).map(Named::family)
                        : Optional.empty());
    }

    private Map<UUID, Named> families(Collection<UUID> requests) {
        String sql = """
                select s.id, f.name, s.reference
                from support_request s
                join family f on f.organisation = s.organisation and f.id = s.family
                where s.id = any(:ids)
                """;
        Map<UUID, Named> found = new HashMap<>();
        jdbc.sql(sql)
                .param("ids", requests.toArray(UUID[]::new))
                .query((row, number) -> found.put(
                        row.getObject("id", UUID.class), new Named(row.getString("name"), row.getString("reference"))))
                .list();
        return found;
    }

    private Map<UUID, String> volunteers(Collection<UUID> ids) {
        Map<UUID, String> found = new HashMap<>();
        jdbc.sql("select id, name from volunteer_met where id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, number) -> found.put(row.getObject("id", UUID.class), row.getString("name")))
                .list();
        return found;
    }
}
