package nl.koppelwerk.fairness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.koppelwerk.domain.family.Family;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.family.SupportRequest;
import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.domain.language.Language;
import nl.koppelwerk.domain.language.Level;
import nl.koppelwerk.domain.programme.Programme;
import nl.koppelwerk.domain.programme.ProgrammeId;
import nl.koppelwerk.domain.snapshot.Snapshot;
import nl.koppelwerk.fit.RequestWeight;

/**
 * The open requests of a night in groups, each beside all of them.
 *
 * @param groups of each dimension, the largest first
 * @param longestUnserved the request without a proposal that waits longest
 */
public record Fairness(Group all, Map<Dimension, List<Group>> groups, Optional<SupportRequestId> longestUnserved) {
    public Fairness {
        groups = Map.copyOf(groups);
    }

    /** @param served the requests that this night found somebody for */
    public static Fairness of(Snapshot snapshot, Set<SupportRequestId> served) {
        return new Counting(snapshot, served).fairness();
    }

    public List<Group> groups(Dimension dimension) {
        return groups.getOrDefault(dimension, List.of());
    }

    /** The groups that are too small to be judged, as one; empty unless there are several and enough together. */
    public Optional<Group> smallTogether(Dimension dimension) {
        List<Group> small =
                groups(dimension).stream().filter(group -> !group.isJudged()).toList();
        return small.size() < 2
                ? Optional.empty()
                : Optional.of(Group.together(small)).filter(Group::isJudged);
    }

    /** The groups, and the small ones once more together, last. */
    public List<Group> lines(Dimension dimension) {
        return Stream.concat(groups(dimension).stream(), smallTogether(dimension).stream())
                .toList();
    }

    /** How many groups fall behind. */
    public long behind() {
        return Arrays.stream(Dimension.values())
                .flatMap(dimension -> lines(dimension).stream())
                .filter(group -> group.fallsBehind(all))
                .count();
    }

    /** One way through the snapshot. */
    private static final class Counting {
        private final Snapshot snapshot;
        private final Set<SupportRequestId> served;
        private final Map<FamilyId, Family> families = new HashMap<>();
        private final Map<ProgrammeId, String> programmes = new HashMap<>();
        private final List<SupportRequest> open;
        private final long middleWait;

        Counting(Snapshot snapshot, Set<SupportRequestId> served) {
            this.snapshot = snapshot;
            this.served = Set.copyOf(served);
            snapshot.families().forEach(family -> families.put(family.id(), family));
            for (Programme programme : snapshot.programmes()) {
                programmes.put(programme.id(), programme.code());
            }
            Set<SupportRequestId> fixed = new HashSet<>();
            snapshot.fixed().forEach(pairing -> fixed.add(pairing.request()));
            open = snapshot.requests().stream()
                    .filter(request -> !fixed.contains(request.id()))
                    .toList();
            long[] waits = open.stream().mapToLong(this::waited).sorted().toArray();
            middleWait = waits.length == 0 ? 0 : waits[waits.length / 2];
        }

        private long waited(SupportRequest request) {
            return RequestWeight.waitedDays(request, snapshot.day());
        }

        Fairness fairness() {
            Map<Dimension, List<Group>> groups = new EnumMap<>(Dimension.class);
            for (Dimension dimension : Dimension.values()) {
                groups.put(dimension, groups(dimension));
            }
            return new Fairness(group("", open), groups, longestUnserved());
        }

        private List<Group> groups(Dimension dimension) {
            Map<String, List<SupportRequest>> members = new TreeMap<>();
            open.forEach(request -> members.computeIfAbsent(name(dimension, request), name -> new ArrayList<>())
                    .add(request));
            return members.entrySet().stream()
                    .map(entry -> group(entry.getKey(), entry.getValue()))
                    .sorted(Comparator.comparingInt(Group::requests).reversed().thenComparing(Group::name))
                    .toList();
        }

        private String name(Dimension dimension, SupportRequest request) {
            Family family = families.get(request.family());
            if (family == null) {
                throw new IllegalArgumentException("family of request " + request.id() + " is not in the snapshot");
            }
            return switch (dimension) {
                case LANGUAGE -> best(family.languages().speaking());
                case AREA -> family.postcode().toString().substring(0, 3);
                case HOUSEHOLD -> family.household().name();
                case PROGRAMME -> programmes.getOrDefault(request.programme(), "");
            };
        }

        private static String best(Map<Language, Level> speaking) {
            return speaking.entrySet().stream()
                    .max(Map.Entry.<Language, Level>comparingByValue()
                            .thenComparing(entry -> entry.getKey().equals(Language.DUTCH))
                            .thenComparing(entry -> entry.getKey().toString()))
                    .map(entry -> entry.getKey().code())
                    .orElse("");
        }

        private Group group(String name, List<SupportRequest> members) {
            long[] waits = members.stream().mapToLong(this::waited).toArray();
            return new Group(
                    name,
                    members.size(),
                    (int) members.stream()
                            .filter(request -> served.contains(request.id()))
                            .count(),
                    (int) Arrays.stream(waits).filter(wait -> wait > middleWait).count(),
                    (int) Math.round(Arrays.stream(waits).average().orElse(0)),
                    (int) Arrays.stream(waits).max().orElse(0));
        }

        private Optional<SupportRequestId> longestUnserved() {
            return open.stream()
                    .filter(request -> !served.contains(request.id()))
                    .max(Comparator.comparingLong((SupportRequest request) -> waited(request))
                            .thenComparing(SupportRequest::reference, Comparator.reverseOrder()))
                    .map(SupportRequest::id);
        }
    }
}
