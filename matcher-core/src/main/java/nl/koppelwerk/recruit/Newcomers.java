package nl.koppelwerk.recruit;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import nl.koppelwerk.candidates.Candidates;
import nl.koppelwerk.domain.snapshot.Snapshot;
import nl.koppelwerk.domain.volunteer.Volunteer;
import nl.koppelwerk.problem.Newcomer;
import nl.koppelwerk.problem.Problem;

/** Volunteers who are not there, as newcomers to the problem of a night: judged by the rules like everybody. */
final class Newcomers {
    private final Candidates night;

    Newcomers(Candidates night) {
        this.night = night;
    }

    Newcomer of(Volunteer volunteer) {
        return of(List.of(volunteer)).getFirst();
    }

    /** By the order of the volunteers. All requests are asked, so that languages have the same numbers. */
    List<Newcomer> of(List<Volunteer> volunteers) {
        Snapshot before = night.sides().snapshot();
        Candidates found = Candidates.find(new Snapshot(
                before.organisation(),
                before.day(),
                before.programmes(),
                before.families(),
                before.requests(),
                volunteers,
                List.of(),
                List.of(),
                List.of(),
                before.places(),
                before.open(),
                List.of()));
        return volunteers.stream().map(volunteer -> newcomer(found, volunteer)).toList();
    }

    private Newcomer newcomer(Candidates found, Volunteer volunteer) {
        int number = found.getVolunteer(volunteer.id());
        Problem problem = found.problem();
        List<int[]> pairs = new ArrayList<>();
        for (int request = 0; request < night.problem().requests(); request++) {
            OptionalInt pair = night.problem().isFixed(request)
                    ? OptionalInt.empty()
                    : found.findPair(
                            found.getRequest(night.asking(request).request().id()), number);
            if (pair.isPresent()) {
                pairs.add(new int[] {request, pair.getAsInt()});
            }
        }
        int[] request = pairs.stream().mapToInt(pair -> pair[0]).toArray();
        int[] value =
                pairs.stream().mapToInt(pair -> problem.pairValue()[pair[1]]).toArray();
        int[] hours =
                pairs.stream().mapToInt(pair -> problem.pairHours()[pair[1]]).toArray();
        long[] dayParts = pairs.stream()
                .mapToLong(pair -> problem.pairDayParts()[pair[1]])
                .toArray();
        short[] tag = new short[pairs.size()];
        for (int i = 0; i < tag.length; i++) {
            tag[i] = problem.pairTag()[pairs.get(i)[1]];
        }
        return new Newcomer(
                problem.volunteerNumberLimit()[number],
                problem.volunteerHeavyLimit()[number],
                problem.volunteerHoursLimit()[number],
                request,
                value,
                hours,
                dayParts,
                tag);
    }
}
