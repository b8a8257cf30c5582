package nl.koppelwerk.explain.unpaired;

import java.util.List;
import nl.koppelwerk.domain.volunteer.Volunteer;
import nl.koppelwerk.sentence.Argument;
import nl.koppelwerk.sentence.Sentence;

/**
 * Something that one volunteer could do or allow, after which a request is served and nobody else loses anything. Verified by
 * planning with the volunteer as they would be.
 *
 * @param after the volunteer with that done
 * @param clauses what it takes, each to be said after "if Anna"
 */
public record SmallRepair(Volunteer volunteer, Volunteer after, int metres, List<Sentence> clauses) {
    public SmallRepair {
        clauses = List.copyOf(clauses);
        if (clauses.isEmpty() || clauses.size() > SmallRepairs.MOST_AT_ONCE) {
            throw new IllegalArgumentException("a repair takes one or two things, not " + clauses.size());
        }
    }

    /** For instance: if Anna can also come on Wednesday morning, this request can be served. */
    public Sentence sentence() {
        Argument name = new Argument.Name(volunteer.name());
        Argument first = new Argument.Said(clauses.getFirst());
        return clauses.size() == 1
                ? Sentence.of("explain.small-repair.one", name, first)
                : Sentence.of("explain.small-repair.two", name, first, new Argument.Said(clauses.get(1)));
    }
}
