package nl.koppelwerk.pairing.life;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import nl.koppelwerk.domain.pairing.Pairing;
import nl.koppelwerk.domain.snapshot.Snapshot;
import nl.koppelwerk.domain.volunteer.Volunteer;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.fit.Fit;
import nl.koppelwerk.fit.Rules;
import nl.koppelwerk.fit.Sides;

/** Who could take over a pairing: nothing forbids the pair and there is room for one family more. */
public final class Backups {
    private Backups() {}

    /** A volunteer who could take over. */
    public record Candidate(Volunteer volunteer, int metres, Fit fit) {}

    /** The best fitting first. */
    public static List<Candidate> find(Snapshot snapshot, Pairing pairing, int atMost) {
        Sides sides = new Sides(snapshot);
        Map<VolunteerId, Long> families =
                snapshot.fixed().stream().collect(Collectors.groupingBy(Pairing::volunteer, Collectors.counting()));
        return StreamSupport.stream(sides.offerings().spliterator(), false)
                .map(offering -> offering.volunteer())
                .filter(volunteer -> !volunteer.id().equals(pairing.volunteer()))
                .filter(volunteer -> families.getOrDefault(volunteer.id(), 0L) < volunteer.maximumFamilies())
                .map(volunteer -> sides.getPair(pairing.request(), volunteer.id()))
                .filter(pair -> Rules.firstObstacle(pair).isEmpty())
                .map(pair -> new Candidate(pair.offering().volunteer(), pair.metres(), Rules.judge(pair)))
                .sorted(Comparator.comparingInt(
                                (Candidate candidate) -> candidate.fit().value())
                        .reversed()
                        .thenComparing(candidate -> candidate.volunteer().reference()))
                .limit(atMost)
                .toList();
    }
}
