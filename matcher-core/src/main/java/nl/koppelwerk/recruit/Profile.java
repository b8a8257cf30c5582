package nl.koppelwerk.recruit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.koppelwerk.domain.language.Language;
import nl.koppelwerk.domain.place.Postcode;
import nl.koppelwerk.domain.programme.Need;
import nl.koppelwerk.domain.programme.SupportKind;
import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.domain.week.Hours;
import nl.koppelwerk.sentence.Argument;
import nl.koppelwerk.sentence.Sentence;

/**
 * A volunteer who is not there yet, with the least that is asked: who offers more helps as well. Screened, as everybody is.
 *
 * @param near where the volunteer would live
 * @param language the one language that is counted on
 * @param dayParts the day-parts that the families would be visited on, no others
 * @param skills needs that the volunteer would work on
 * @param families how many at the same time
 */
public record Profile(
        SupportKind kind,
        Postcode near,
        Language language,
        DayParts dayParts,
        Set<Need> skills,
        Set<Extra> extras,
        Hours hoursPerWeek,
        int families) {
    public Profile {
        skills = Need.setOf(skills);
        EnumSet<Extra> copy = EnumSet.noneOf(Extra.class);
        copy.addAll(extras);
        extras = Collections.unmodifiableSet(copy);
        if (families < 1) {
            throw new IllegalArgumentException("a volunteer for " + families + " families helps nobody");
        }
    }

    /** All of it in words. */
    public Sentence sentence() {
        List<Argument> arguments = new ArrayList<>(List.of(
                new Argument.Term(kind.name()),
                new Argument.Name(near.toString()),
                new Argument.Tongue(language),
                new Argument.Week(dayParts),
                new Argument.Time(hoursPerWeek),
                new Argument.Count(families)));
        Optional<Sentence> more = extras.stream()
                .map(Extra::sentence)
                .reduce((one, other) ->
                        Sentence.of("recruit.extras", new Argument.Said(one), new Argument.Said(other)));
        more.ifPresent(said -> arguments.add(new Argument.Said(said)));
        return Sentence.of(
                more.isEmpty() ? "recruit.profile" : "recruit.profile.extra", arguments.toArray(Argument[]::new));
    }
}
