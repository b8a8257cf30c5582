package nl.koppelwerk.explain.unpaired;

import java.util.List;
import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.domain.language.Language;
import nl.koppelwerk.domain.place.Postcode;
import nl.koppelwerk.domain.programme.SupportKind;
import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.sentence.Argument;
import nl.koppelwerk.sentence.Sentence;

/**
 * A volunteer who is not there, and whom they would serve. Verified by planning with that volunteer added.
 *
 * @param near where the volunteer would live, or at most {@code metres} from there
 * @param serves requests without anybody that would be served, one volunteer doing all of it
 */
public record Repair(
        SupportKind kind,
        Language language,
        Postcode near,
        int metres,
        DayParts dayParts,
        List<SupportRequestId> serves) {
    public Repair {
        serves = List.copyOf(serves);
    }

    /** For instance: a buddy who speaks Tigrinya, within 5 km of 3021, on Wednesday afternoon, would serve one family. */
    public Sentence sentence() {
        return Sentence.of(
                "explain.repair",
                new Argument.Term(kind.name()),
                new Argument.Tongue(language),
                new Argument.Metres(metres),
                new Argument.Name(near.toString()),
                new Argument.Week(dayParts),
                new Argument.Count(serves.size()));
    }
}
