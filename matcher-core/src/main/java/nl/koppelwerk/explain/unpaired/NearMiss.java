package nl.koppelwerk.explain.unpaired;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import nl.koppelwerk.candidates.Candidates;
import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.domain.volunteer.Volunteer;
import nl.koppelwerk.fit.Rules;
import nl.koppelwerk.fit.rule.Finding;
import nl.koppelwerk.fit.rule.Pair;
import nl.koppelwerk.matching.Matched;
import nl.koppelwerk.sentence.Argument;
import nl.koppelwerk.sentence.Sentence;

/**
 * A volunteer who has room tonight and whom few rules keep from a request: lift these, and the request is served without
 * taking anybody from others.
 *
 * @param obstacles the rules to lift; no volunteer with room has fewer than the first of a list
 */
public record NearMiss(Volunteer volunteer, int metres, List<Finding> obstacles) {
    /** Nobody becomes another kind of volunteer, and who declined each other stays apart. */
    private static final Set<String> NEVER_LIFTED =
            Set.of("same-kind", "same-programme", "not-blocked", "other-household", "ready-to-give", "woman-only");

    public NearMiss {
        obstacles = List.copyOf(obstacles);
    }

    /** The volunteers with the fewest obstacles, nearest first among equals. */
    public static List<NearMiss> of(Matched matched, SupportRequestId requestId, int most) {
        Candidates candidates = matched.candidates();
        int request = candidates.getRequest(requestId);
        Room room = new Room(matched);
        record Close(int volunteer, int obstacles, int metres) {}
        List<Close> close = new ArrayList<>();
        for (int volunteer = 0; volunteer < candidates.problem().volunteers(); volunteer++) {
            List<String> obstacles = candidates.obstacles(request, volunteer);
            if (!obstacles.isEmpty()
                    && obstacles.stream().noneMatch(NEVER_LIFTED::contains)
                    && room.hasRoom(request, volunteer, obstacles)) {
                Pair pair = new Pair(candidates.asking(request), candidates.offering(volunteer));
                close.add(new Close(volunteer, obstacles.size(), pair.metres()));
            }
        }
        return close.stream()
                .sorted(Comparator.comparingInt(Close::obstacles).thenComparingInt(Close::metres))
                .limit(most)
                .map(one -> new Pair(candidates.asking(request), candidates.offering(one.volunteer)))
                .map(pair -> new NearMiss(
                        pair.offering().volunteer(),
                        pair.metres(),
                        Rules.obstacles(pair).toList()))
                .toList();
    }

    /** Who it is, and what is in the way. */
    public List<Sentence> sentences() {
        List<Sentence> sentences = new ArrayList<>();
        sentences.add(Sentence.of(
                "explain.near-miss", new Argument.Name(volunteer.name()), new Argument.Count(obstacles.size())));
        obstacles.forEach(obstacle -> sentences.add(obstacle.sentence()));
        return sentences;
    }
}
