package nl.koppelwerk.data.seal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.seal.Disagreement.Kind;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Recomputes audit logs from their entries alone, and holds them against the heads that were signed. */
public final class CheckingAudit {
    private final JdbcClient jdbc;
    private final OrganisationScope scope;

    public CheckingAudit(JdbcClient jdbc, OrganisationScope scope) {
        this.jdbc = jdbc;
        this.scope = scope;
    }

    /**
     * What came of it.
     *
     * @param heads what is wrong with the file of heads itself
     */
    public record Report(Optional<Disagreement> heads, Map<OrganisationId, AuditCheck> logs) {
        public Report {
            logs = Map.copyOf(logs);
        }

        public boolean agrees() {
            return heads.isEmpty()
                    && logs.values().stream().allMatch(log -> log.disagreement().isEmpty());
        }
    }

    /** Sealing stands still meanwhile, so that file and database are of one moment. */
    public Report check(List<OrganisationId> organisations, HeadFile file, Optional<SigningKey> key) {
        return file.alone(() -> {
            HeadFile.Contents heads = key.map(file::checked).orElse(HeadFile.Contents.NONE);
            boolean present = key.isPresent() && file.exists();
            Map<OrganisationId, AuditCheck> logs = new LinkedHashMap<>();
            for (OrganisationId organisation : organisations) {
                Expected expected = Expected.by(heads.of(organisation));
                AuditCheck log = Objects.requireNonNull(scope.inside(
                        organisation,
                        () -> log(expected, present && heads.wrongLine().isEmpty())));
                logs.put(organisation, log);
            }
            boolean sealed = logs.values().stream().anyMatch(log -> log.until() > 0);
            return new Report(present ? wrong(heads) : missing(sealed), logs);
        });
    }

    private static Optional<Disagreement> wrong(HeadFile.Contents heads) {
        return heads.wrongLine()
                .map(line -> Disagreement.at(heads.otherKey() ? Kind.WRONG_KEY : Kind.HEADS_CHANGED, line));
    }

    private static Optional<Disagreement> missing(boolean sealed) {
        return sealed ? Optional.of(Disagreement.at(Kind.HEADS_MISSING, 0)) : Optional.empty();
    }

    private AuditCheck log(Expected expected, boolean wholeFile) {
        ChainedEntries entries = new ChainedEntries(jdbc);
        ChainWalk walk = new ChainWalk(expected.from(), expected.signed());
        entries.after(expected.from().place(), walk::take);
        Optional<Disagreement> found = walk.wrong()
                .map(wrong -> suspects(entries, expected.from(), walk.reached(), wrong))
                .or(walk::found)
                .or(() -> atTheEnd(expected, walk.reached().place(), wholeFile));
        return new AuditCheck(
                expected.from().place(),
                entries.end().map(Link::place).orElse(expected.from().place()),
                walk.checked(),
                entries.countUnsealed(),
                found,
                expected.noted(),
                expected.end());
    }

    private static Disagreement suspects(ChainedEntries entries, Link from, Link reached, ChainedEntry wrong) {
        Suspects suspects = new Suspects(reached, wrong);
        entries.after(from.place(), suspects::take);
        return suspects.verdict();
    }

    private static Optional<Disagreement> atTheEnd(Expected expected, long reached, boolean wholeFile) {
        long signed = expected.end().map(Head::place).orElse(0L);
        if (signed > reached) {
            return Optional.of(Disagreement.at(Kind.CUT, reached + 1));
        }
        return wholeFile && signed < reached
                ? Optional.of(Disagreement.at(Kind.HEADS_CUT, signed + 1))
                : Optional.empty();
    }
}
