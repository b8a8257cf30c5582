package nl.koppelwerk.fit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.koppelwerk.domain.family.Family;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.family.OpenCondition;
import nl.koppelwerk.domain.family.SupportRequest;
import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.domain.pairing.Block;
import nl.koppelwerk.domain.pairing.Pairing;
import nl.koppelwerk.domain.place.Place;
import nl.koppelwerk.domain.place.Postcode;
import nl.koppelwerk.domain.programme.Programme;
import nl.koppelwerk.domain.programme.ProgrammeId;
import nl.koppelwerk.domain.snapshot.Snapshot;
import nl.koppelwerk.domain.volunteer.BothSides;
import nl.koppelwerk.domain.volunteer.Volunteer;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.fit.rule.Asking;
import nl.koppelwerk.fit.rule.Offering;
import nl.koppelwerk.fit.rule.Pair;

/** Both sides of the pairs of a snapshot, with everything that rules read of them put together. */
public final class Sides {
    private final Snapshot snapshot;
    private final Map<FamilyId, Family> families = new HashMap<>();
    private final Map<ProgrammeId, Programme> programmes = new HashMap<>();
    private final Map<Postcode, Place> places = new HashMap<>();
    private final Map<FamilyId, Set<VolunteerId>> blocked = new HashMap<>();
    private final Map<FamilyId, Set<VolunteerId>> tied = new HashMap<>();
    private final Set<VolunteerId> later = new HashSet<>();
    private final Map<SupportRequestId, VolunteerId> lastProposed = new HashMap<>();
    private final Map<FamilyId, List<OpenCondition>> open;
    private final Map<SupportRequestId, Asking> askings;
    private final Map<VolunteerId, Offering> offerings;

    public Sides(Snapshot snapshot) {
        this.snapshot = snapshot;
        snapshot.families().forEach(family -> families.put(family.id(), family));
        snapshot.programmes().forEach(programme -> programmes.put(programme.id(), programme));
        snapshot.places().forEach(place -> places.put(place.postcode(), place));
        for (Block block : snapshot.blocks()) {
            if (block.holdsOn(snapshot.day())) {
                blocked.computeIfAbsent(block.family(), family -> new HashSet<>())
                        .add(block.volunteer());
            }
        }
        snapshot.bothSides().forEach(this::keepApart);
        for (Pairing proposal : snapshot.lastProposals()) {
            lastProposed.put(proposal.request(), proposal.volunteer());
        }
        open = snapshot.open().stream().collect(Collectors.groupingBy(OpenCondition::family));
        askings = byId(snapshot.requests(), SupportRequest::id, this::asking);
        offerings = byId(snapshot.volunteers(), Volunteer::id, this::offering);
    }

    private void keepApart(BothSides one) {
        one.tied()
                .forEach(family ->
                        tied.computeIfAbsent(family, any -> new HashSet<>()).add(one.volunteer()));
        if (one.later()) {
            later.add(one.volunteer());
        }
    }

    private static <T, K, V> Map<K, V> byId(Iterable<T> all, Function<T, K> id, Function<T, V> side) {
        Map<K, V> sides = new LinkedHashMap<>();
        for (T one : all) {
            if (sides.put(id.apply(one), side.apply(one)) != null) {
                throw new IllegalArgumentException("twice in the snapshot: " + id.apply(one));
            }
        }
        return sides;
    }

    private Asking asking(SupportRequest request) {
        Family family = get(families, request.family());
        return new Asking(
                request,
                family,
                get(programmes, request.programme()),
                Optional.ofNullable(places.get(family.postcode())),
                snapshot.day(),
                blocked.getOrDefault(family.id(), Set.of()),
                tied.getOrDefault(family.id(), Set.of()),
                Optional.ofNullable(lastProposed.get(request.id())),
                open.getOrDefault(family.id(), List.of()).stream()
                        .filter(one -> one.programme().equals(request.programme()))
                        .toList());
    }

    private Offering offering(Volunteer volunteer) {
        return new Offering(
                volunteer, Optional.ofNullable(places.get(volunteer.postcode())), later.contains(volunteer.id()));
    }

    private static <K, V> V get(Map<K, V> known, K id) {
        V value = known.get(id);
        if (value == null) {
            throw new IllegalArgumentException("not in the snapshot: " + id);
        }
        return value;
    }

    public Snapshot snapshot() {
        return snapshot;
    }

    public Asking getAsking(SupportRequestId request) {
        return get(askings, request);
    }

    public Offering getOffering(VolunteerId volunteer) {
        return get(offerings, volunteer);
    }

    public Pair getPair(SupportRequestId request, VolunteerId volunteer) {
        return new Pair(getAsking(request), getOffering(volunteer));
    }

    /** In the order of the snapshot. */
    public Iterable<Asking> askings() {
        return askings.values();
    }

    /** In the order of the snapshot. */
    public Iterable<Offering> offerings() {
        return offerings.values();
    }
}
