package nl.koppelwerk.data.erasure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.database.WholeOrganisation;
import nl.koppelwerk.data.erasure.Erasure.Gone;
import nl.koppelwerk.data.erasure.Erasure.Stays;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Erases one person everywhere: in the rows, in the words of others about them, in what runs were decided on and in the files
 * beside the database. What is left has no name, and is named by {@link Stays}.
 */
public final class Erasing {
    private final JdbcClient jdbc;
    private final OrganisationScope scope;
    private final Clock clock;
    private final Beside beside;
    private final TransactionTemplate taken;

    public Erasing(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            OrganisationScope scope,
            Clock clock,
            Beside beside) {
        this.jdbc = jdbc;
        this.scope = scope;
        this.clock = clock;
        this.beside = beside;
        this.taken = new TransactionTemplate(transactions);
        this.taken.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** What is kept beside the database. */
    public record Beside(List<KeptFiles> files, ErasedList list) {
        public Beside {
            files = List.copyOf(files);
        }
    }

    /** What came of the rows, and by what the files about the person are known. */
    private record Rows(Erasure outcome, Optional<Traces> traces) {}

    /** What erasing would do: it is done, counted and taken back. */
    public Erasure rehearse(OrganisationId organisation, Person person) {
        Rows rows = Objects.requireNonNull(taken.execute(status -> {
            status.setRollbackOnly();
            return scope.inside(organisation, () -> rows(organisation, person, Optional.empty()));
        }));
        return withFiles(rows, false);
    }

    /**
     * Erases. The number is put on the list outside the database first: who is on it and still there is erased by doing it
     * again, who was erased and not on it would come back with a backup. Files go before the rows are certain: afterwards
     * nobody would know any more whose they were. Not inside another transaction.
     *
     * @param account who does it; empty: the person, or the software
     */
    public Erasure erase(OrganisationId organisation, Person person, Optional<UUID> account) {
        Erasure tried = rehearse(organisation, person);
        if (tried instanceof Erasure.Refused) {
            return tried;
        }
        beside.list().add(organisation, person);
        return scope.inside(organisation, () -> withFiles(rows(organisation, person, account), true));
    }

    private Erasure withFiles(Rows rows, boolean really) {
        if (rows.traces().isEmpty() || !(rows.outcome() instanceof Erasure.Erased(Map<Gone, Long> gone, var stays))) {
            return rows.outcome();
        }
        Map<Gone, Long> all = new EnumMap<>(gone);
        beside.files()
                .forEach(files -> ErasedRows.add(
                        all, Gone.FILES, files.without(rows.traces().orElseThrow(), really)));
        return new Erasure.Erased(all, stays);
    }

    /** Whoever may ask for it sees the person; what goes may be on pages of colleagues. */
    private Rows rows(OrganisationId organisation, Person person, Optional<UUID> account) {
        String table = person.side().table();
        boolean there = jdbc.sql("select 1 from " + table + " where id = :id and merged_into is null for update")
                .param("id", person.id())
                .query(Integer.class)
                .optional()
                .isPresent();
        return there
                ? WholeOrganisation.seen(jdbc, () -> whole(organisation, person, account))
                : new Rows(new Erasure.Refused(Erasure.Reason.UNKNOWN), Optional.empty());
    }

    private Rows whole(OrganisationId organisation, Person person, Optional<UUID> account) {
        List<UUID> ids = withMerged(person);
        LegalHolds holds = new LegalHolds(jdbc);
        if (ids.stream()
                .anyMatch(id -> holds.find(new Person(person.side(), id)).isPresent())) {
            return new Rows(new Erasure.Refused(Erasure.Reason.HELD), Optional.empty());
        }
        List<UUID> underWay = underWay(ids);
        if (!underWay.isEmpty()) {
            return new Rows(new Erasure.Refused(Erasure.Reason.UNDER_WAY, underWay), Optional.empty());
        }
        LocalDate today = LocalDate.now(clock);
        ErasedRows rows = new ErasedRows(jdbc, ids, today);
        Traces traces = rows.traces();
        Map<Gone, Long> gone = rows.empty(traces);
        Map<Stays, Long> stays = rows.left();
        if (gone.containsKey(Gone.NIGHTS)) {
            stays.put(Stays.NIGHTS, gone.getOrDefault(Gone.NIGHTS, 0L));
        }
        new ErasureRequests(jdbc).done(person, today);
        audit(organisation, person, account);
        return new Rows(new Erasure.Erased(gone, stays), Optional.of(traces));
    }

    private void audit(OrganisationId organisation, Person person, Optional<UUID> account) {
        new Audit(jdbc, clock)
                .add(
                        organisation,
                        new AuditEntry(
                                account,
                                AuditEntry.Action.REMOVED,
                                person.side().subject(),
                                person.id().toString(),
                                Map.of("what", "erased")));
    }

    private List<UUID> withMerged(Person person) {
        String table = person.side().table();
        return jdbc.sql("select id from " + table + " where id = :id or merged_into = :id order by id for update")
                .param("id", person.id())
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    private List<UUID> underWay(List<UUID> ids) {
        String sql = """
                select p.id from pairing p
                join support_request q on q.organisation = p.organisation and q.id = p.request
                where (p.volunteer in (:ids) or q.family in (:ids)) and p.step not in ('PROPOSED', 'ENDED')
                order by p.id
                """;
        return jdbc.sql(sql)
                .param("ids", ids)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }
}
