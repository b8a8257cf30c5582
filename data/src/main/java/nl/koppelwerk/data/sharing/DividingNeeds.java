package nl.koppelwerk.data.sharing;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.database.WholeOrganisation;
import nl.koppelwerk.data.history.History;
import nl.koppelwerk.data.history.Subject;
import nl.koppelwerk.data.history.Way;
import nl.koppelwerk.data.person.By;
import nl.koppelwerk.data.store.KeptPairings;
import nl.koppelwerk.data.store.SupportRequests;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.family.SupportRequest;
import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.domain.pairing.Step;
import nl.koppelwerk.domain.programme.Need;
import nl.koppelwerk.domain.programme.ProgrammeId;
import nl.koppelwerk.domain.programme.SupportKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a family needs is divided over requests, of several programmes and kinds: needs go from one request to another, or begin
 * one. Each request then follows the rules of its own programme. Inside one transaction of the organisation.
 */
public final class DividingNeeds {
    private final JdbcClient jdbc;
    private final History history;
    private final Audit audit;
    private final SupportRequests requests;
    private final KeptPairings pairings;

    public DividingNeeds(JdbcClient jdbc, History history, Audit audit) {
        this.jdbc = jdbc;
        this.history = history;
        this.audit = audit;
        this.requests = new SupportRequests(jdbc);
        this.pairings = new KeptPairings(jdbc);
    }

    /** Where needs go. */
    public sealed interface Target {
        /** A request that is there. */
        record There(SupportRequestId request) implements Target {}

        /** A new request with the same hours, day-parts and wishes, that has waited as long. */
        record Begun(ProgrammeId programme, SupportKind kind) implements Target {}
    }

    /**
     * A programme that a family can ask something of.
     *
     * @param agreed whether the family came to the organisation that carries it out, or agreed to it; else it has to be asked first
     */
    public record Programme(ProgrammeId id, String name, String runBy, Set<SupportKind> kinds, boolean agreed) {
        public Programme {
            kinds = Set.copyOf(kinds);
        }
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** @param changed the requests that are other ones now, so that a fresh plan can be made */
        record Done(List<SupportRequestId> changed) implements Outcome {
            public Done {
                changed = List.copyOf(changed);
            }
        }

        record Refused(Why why) implements Outcome {}
    }

    /** Why needs stay where they are. */
    public enum Why {
        /** There is no such request or programme, or it was closed. */
        GONE,
        /** A colleague changed one of the requests since it was looked at. */
        OUTDATED,
        /** None was chosen, or the request does not have them. */
        NO_NEEDS,
        /** A request without needs asks nothing: it is closed instead. */
        LAST_NEED,
        /** Somebody helps with it already, or is about to. */
        UNDER_WAY,
        /** The programme does not pair this kind. */
        OTHER_KIND,
        /** Another organisation carries the programme out, and the family has not agreed to that. */
        NO_CONSENT
    }

    /** The number of the last change of any request of the family that the reader sees. */
    public long seen(FamilyId family) {
        return requests.of(List.of(family)).stream()
                .mapToLong(request -> history.last(Subject.of(request.id())))
                .max()
                .orElse(0);
    }

    /** All programmes, by name. */
    public List<Programme> programmes(FamilyId family) {
        String sql = """
                select g.id, g.name, coalesce(nullif(g.run_by, ''), o.name) as run_by, g.kinds,
                       not exists (select from family_home f where f.family = :family)
                       or exists (select from family_home f
                                  join programme h on h.organisation = f.organisation and h.id = f.programme
                                  where f.family = :family and h.run_by = g.run_by)
                       or exists (select from sharing_consent c
                                  where c.family = :family and c.programme = g.id and c.run_by = g.run_by
                                    and c.withdrawn_on is null) as agreed
                from programme g join organisation o on o.organisation = g.organisation
                order by g.name, g.id
                """;
        return jdbc.sql(sql)
                .param("family", family.value())
                .query((row, number) -> programme(row))
                .list();
    }

    private static Programme programme(ResultSet row) throws SQLException {
        return new Programme(
                new ProgrammeId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("run_by"),
                Arrays.stream((String[]) row.getArray("kinds").getArray())
                        .map(SupportKind::valueOf)
                        .collect(Collectors.toSet()),
                row.getBoolean("agreed"));
    }

    /**
     * Moves needs out of a request.
     *
     * @param seen number of the last change that whoever chose has seen
     */
    public Outcome move(FamilyId family, SupportRequestId from, Set<Need> needs, Target to, long seen, By by) {
        jdbc.sql("select 1 from family where id = :id and merged_into is null for no key update")
                .param("id", family.value())
                .query(Integer.class)
                .optional();
        Optional<SupportRequest> source = open(family, from);
        if (source.isEmpty()) {
            return new Outcome.Refused(Why.GONE);
        }
        if (seen(family) > seen) {
            return new Outcome.Refused(Why.OUTDATED);
        }
        return refusal(source.get(), needs).<Outcome>map(Outcome.Refused::new).orElseGet(() -> switch (to) {
            case Target.There(SupportRequestId request) -> join(source.get(), needs, request, by);
            case Target.Begun begun -> begin(source.get(), needs, begun, by);
        });
    }

    private Optional<Why> refusal(SupportRequest source, Set<Need> needs) {
        if (needs.isEmpty() || !source.needs().containsAll(needs)) {
            return Optional.of(Why.NO_NEEDS);
        }
        if (needs.size() == source.needs().size()) {
            return Optional.of(Why.LAST_NEED);
        }
        return underWay(source.id()) ? Optional.of(Why.UNDER_WAY) : Optional.empty();
    }

    private Outcome join(SupportRequest source, Set<Need> needs, SupportRequestId to, By by) {
        Optional<SupportRequest> target =
                open(source.family(), to).filter(one -> !one.id().equals(source.id()));
        if (target.isEmpty()) {
            return new Outcome.Refused(Why.GONE);
        }
        if (underWay(to)) {
            return new Outcome.Refused(Why.UNDER_WAY);
        }
        Set<Need> all = EnumSet.copyOf(needs);
        all.addAll(target.get().needs());
        return keep(List.of(less(source, needs), with(target.get(), all)), by);
    }

    private Outcome begin(SupportRequest source, Set<Need> needs, Target.Begun begun, By by) {
        Optional<Programme> programme = programmes(source.family()).stream()
                .filter(one -> one.id().equals(begun.programme()))
                .findFirst();
        if (programme.isEmpty()) {
            return new Outcome.Refused(Why.GONE);
        }
        if (!programme.get().agreed()) {
            return new Outcome.Refused(Why.NO_CONSENT);
        }
        if (!programme.get().kinds().contains(begun.kind())) {
            return new Outcome.Refused(Why.OTHER_KIND);
        }
        return keep(List.of(less(source, needs), begun(source, needs, begun)), by);
    }

    private SupportRequest begun(SupportRequest source, Set<Need> needs, Target.Begun begun) {
        return new SupportRequest(
                new SupportRequestId(UUID.nameUUIDFromBytes(
                        (source.id().value() + " " + history.moment() + " " + begun).getBytes(StandardCharsets.UTF_8))),
                source.organisation(),
                source.family(),
                nextReference(source.family()),
                begun.programme(),
                begun.kind(),
                needs,
                source.hoursPerWeek(),
                source.dayPartsPerWeek(),
                source.dayParts(),
                source.wishes(),
                source.urgency(),
                source.waitingSince(),
                source.heavy(),
                source.trainingNeeded());
    }

    /** Free among all requests, also those that the reader does not see. */
    private String nextReference(FamilyId family) {
        String sql = """
                select f.reference || '-' || n.number
                from family f, generate_series(1, 1000) n (number)
                where f.id = :family
                  and not exists (select from support_request q where q.reference = f.reference || '-' || n.number)
                order by n.number limit 1
                """;
        return whole(() -> jdbc.sql(sql)
                .param("family", family.value())
                .query(String.class)
                .single());
    }

    private static SupportRequest less(SupportRequest request, Set<Need> gone) {
        Set<Need> left = EnumSet.copyOf(request.needs());
        left.removeAll(gone);
        return with(request, left);
    }

    private static SupportRequest with(SupportRequest request, Set<Need> needs) {
        return new SupportRequest(
                request.id(),
                request.organisation(),
                request.family(),
                request.reference(),
                request.programme(),
                request.kind(),
                needs,
                request.hoursPerWeek(),
                request.dayPartsPerWeek(),
                request.dayParts(),
                request.wishes(),
                request.urgency(),
                request.waitingSince(),
                request.heavy(),
                request.trainingNeeded());
    }

    /** The new request may be of a programme that whoever divides does not see: the family agreed, and that was looked at. */
    private Outcome keep(List<SupportRequest> changed, By by) {
        history.sign(Optional.of(by.account()), Way.PAGE);
        whole(() -> requests.saveAll(changed));
        List<SupportRequestId> ids = new ArrayList<>();
        for (SupportRequest request : changed) {
            ids.add(request.id());
            audit.add(
                    by.organisation(),
                    new AuditEntry(
                            Optional.of(by.account()),
                            AuditEntry.Action.CHANGED,
                            AuditEntry.Subject.REQUEST,
                            request.id().value().toString(),
                            Map.of("what", "NEEDS_DIVIDED")));
        }
        return new Outcome.Done(ids);
    }

    private Optional<SupportRequest> open(FamilyId family, SupportRequestId id) {
        return requests.find(id)
                .filter(request -> request.family().equals(family))
                .filter(request -> requests.open(id));
    }

    /** More than a proposal. */
    private boolean underWay(SupportRequestId request) {
        return pairings.standing(request)
                .filter(pairing -> pairing.step() != Step.PROPOSED)
                .isPresent();
    }

    private <T> T whole(Supplier<T> work) {
        return WholeOrganisation.seen(jdbc, work);
    }
}
