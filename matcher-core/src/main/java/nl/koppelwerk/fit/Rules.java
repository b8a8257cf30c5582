package nl.koppelwerk.fit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import nl.koppelwerk.fit.admission.Active;
import nl.koppelwerk.fit.admission.AvailabilityConfirmed;
import nl.koppelwerk.fit.admission.AvailabilityKnown;
import nl.koppelwerk.fit.admission.IntakeConditions;
import nl.koppelwerk.fit.admission.NotBlocked;
import nl.koppelwerk.fit.admission.OtherHousehold;
import nl.koppelwerk.fit.admission.ProgrammeArea;
import nl.koppelwerk.fit.admission.ReadyToGive;
import nl.koppelwerk.fit.admission.SameKind;
import nl.koppelwerk.fit.admission.SameProgramme;
import nl.koppelwerk.fit.admission.ScreeningValid;
import nl.koppelwerk.fit.admission.TargetGroup;
import nl.koppelwerk.fit.admission.TrainingDone;
import nl.koppelwerk.fit.continuity.Staying;
import nl.koppelwerk.fit.language.SharedSpeech;
import nl.koppelwerk.fit.language.SpeechLevel;
import nl.koppelwerk.fit.limit.AgesComfortable;
import nl.koppelwerk.fit.limit.ChildrenAges;
import nl.koppelwerk.fit.limit.ChildrenNumber;
import nl.koppelwerk.fit.limit.Experience;
import nl.koppelwerk.fit.limit.FamilyPets;
import nl.koppelwerk.fit.limit.HeavyWelcome;
import nl.koppelwerk.fit.need.NeedsCovered;
import nl.koppelwerk.fit.need.NeedsShare;
import nl.koppelwerk.fit.need.NeedsWelcome;
import nl.koppelwerk.fit.place.FamilyDistance;
import nl.koppelwerk.fit.place.Near;
import nl.koppelwerk.fit.place.ProgrammeDistance;
import nl.koppelwerk.fit.place.TravelLimit;
import nl.koppelwerk.fit.rule.Finding;
import nl.koppelwerk.fit.rule.Pair;
import nl.koppelwerk.fit.rule.Rule;
import nl.koppelwerk.fit.time.DayPartsShared;
import nl.koppelwerk.fit.time.DayPartsToSpare;
import nl.koppelwerk.fit.time.HoursEnough;
import nl.koppelwerk.fit.wish.OtherSchool;
import nl.koppelwerk.fit.wish.OtherStreet;
import nl.koppelwerk.fit.wish.VolunteerPets;
import nl.koppelwerk.fit.wish.WomanOnly;

/** The one list of rules, in the order in which a funnel of causes is told. A new rule is added here. */
public final class Rules {
    /** What two languages in one family cost: about two pairs at once, so that it is weighed like a rule but is none. */
    public static final String SAME_LANGUAGE = "same-language";

    /** Where the programme sets no weight for {@link #SAME_LANGUAGE}. */
    public static final int SAME_LANGUAGE_WEIGHT = 10;

    private static final List<Rule<?, ?>> ALL = List.of(
            // is the programme for this family
            new ProgrammeArea(),
            new TargetGroup(),
            new IntakeConditions(),
            // may this volunteer do it
            new SameKind(),
            new SameProgramme(),
            new Active(),
            new AvailabilityKnown(),
            new AvailabilityConfirmed(),
            new ScreeningValid(),
            new TrainingDone(),
            new NotBlocked(),
            new OtherHousehold(),
            new ReadyToGive(),
            // do they live near enough
            new ProgrammeDistance(),
            new FamilyDistance(),
            new TravelLimit(),
            // can they talk
            new SharedSpeech(),
            // what the family wishes
            new WomanOnly(),
            new VolunteerPets(),
            new OtherStreet(),
            new OtherSchool(),
            // what the volunteer can take on
            new ChildrenAges(),
            new ChildrenNumber(),
            new HeavyWelcome(),
            new FamilyPets(),
            // do they find time
            new HoursEnough(),
            new DayPartsShared(),
            // does it help
            new NeedsWelcome(),
            new NeedsCovered(),
            // of the pairs that are left: which is better
            new Near(),
            new SpeechLevel(),
            new NeedsShare(),
            new DayPartsToSpare(),
            new Experience(),
            new AgesComfortable(),
            new Staying());

    private static final List<Rule<?, ?>> FORBIDDING =
            ALL.stream().filter(Rule::forbids).toList();

    private static final List<Rule<?, ?>> WEIGHING =
            ALL.stream().filter(rule -> !rule.forbids()).toList();

    private Rules() {}

    public static List<Rule<?, ?>> all() {
        return ALL;
    }

    public static List<Rule<?, ?>> forbidding() {
        return FORBIDDING;
    }

    public static List<Rule<?, ?>> weighing() {
        return WEIGHING;
    }

    /** Everything that a programme may give a weight, by name, with the weight where it gives none. */
    public static SequencedMap<String, Integer> weights() {
        SequencedMap<String, Integer> weights = new LinkedHashMap<>();
        WEIGHING.forEach(rule -> weights.put(rule.name(), rule.defaultWeight()));
        weights.put(SAME_LANGUAGE, SAME_LANGUAGE_WEIGHT);
        return weights;
    }

    /** Every rule's finding, for a page or an explanation. */
    public static Fit judge(Pair pair) {
        return new Fit(ALL.stream().map(rule -> rule.find(pair)).toList());
    }

    /** The first rule that forbids the pair. */
    public static Optional<Finding> firstObstacle(Pair pair) {
        return obstacles(pair).findFirst();
    }

    /** Each rule that forbids the pair, in order. */
    public static Stream<Finding> obstacles(Pair pair) {
        return FORBIDDING.stream().map(rule -> rule.find(pair)).filter(Finding::isObstacle);
    }
}
