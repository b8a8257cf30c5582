package nl.koppelwerk.data.sample;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.data.intake.Intakes;
import nl.koppelwerk.data.intake.Question;
import nl.koppelwerk.data.intake.Questions;
import nl.koppelwerk.data.programme.Condition;
import nl.koppelwerk.data.programme.ProgrammeFile;
import nl.koppelwerk.data.store.Families;
import nl.koppelwerk.domain.family.Family;
import nl.koppelwerk.domain.language.Language;
import nl.koppelwerk.domain.language.Level;
import nl.koppelwerk.domain.programme.Need;

/**
 * Made-up intakes of made-up families, some whole, some only begun, and one in ten not held yet. The same families get the
 * same answers.
 */
public final class SampleIntakes {
    private static final Language DUTCH = new Language("nld");
    private static final List<String> GOALS = List.of(
            "Dat ik de post weer zelf durf open te maken.",
            "Een baan van drie dagen, en dat de kinderen een plek hebben waar ze heen kunnen.",
            "Rust in huis. Dat we aan tafel zitten zonder ruzie.",
            "Zelf met de juf van mijn dochter praten, zonder tolk.",
            "Uit de schulden, en één keer met de kinderen op vakantie.",
            "Mensen leren kennen in de buurt. Nu ken ik niemand.");
    private static final List<String> REFERRERS =
            List.of("SELF", "SCHOOL", "DOCTOR", "NEIGHBOURHOOD_TEAM", "HOME_VISITOR");

    private final Intakes intakes;
    private final Families families;

    public SampleIntakes(Intakes intakes, Families families) {
        this.intakes = intakes;
        this.families = families;
    }

    /** Of all families in the organisation whose scope this is called in. */
    public void add(Optional<ProgrammeFile> programme) {
        for (Family family : families.list()) {
            of(family, programme)
                    .forEach((question, answer) -> intakes.put(family.organisation(), family.id(), question, answer));
        }
    }

    static Map<String, String> of(Family family, Optional<ProgrammeFile> programme) {
        Dice dice = new Dice(7, "intake of " + family.reference());
        Map<String, String> answers = new HashMap<>();
        programme.ifPresent(file -> own(file, dice, answers));
        int far = dice.weighted(10, 30, 60);
        if (far > 0) {
            begun(dice, answers);
        }
        if (far > 1) {
            needs(dice, answers);
            skills(family, dice, answers);
        }
        return answers;
    }

    private static void begun(Dice dice, Map<String, String> answers) {
        answers.put(Questions.GOAL, dice.one(GOALS));
        String referrer = dice.one(REFERRERS);
        answers.put(Questions.REFERRER, referrer);
        if (referrer.equals("SCHOOL")) {
            answers.put(Questions.REFERRER_NAME, SampleNames.school(dice));
        }
    }

    private static void needs(Dice dice, Map<String, String> answers) {
        for (Need need : Need.values()) {
            int says = dice.weighted(55, 25, 20);
            if (says > 0) {
                answers.put(Questions.NEED + need, says == 1 ? Questions.STRENGTH : Questions.NEITHER);
            }
        }
    }

    /** Who speaks well does not always read well. */
    private static void skills(Family family, Dice dice, Map<String, String> answers) {
        Optional<Level> speaks = family.languages().level(DUTCH);
        boolean first = speaks.filter(Level.C2::equals).isPresent();
        answers.put(Questions.FIRST_LANGUAGE, first ? Question.YES : Question.NO);
        answers.put(
                Questions.READING,
                speaks.map(level -> first ? level : Level.values()[Math.max(0, level.ordinal() - dice.below(3))])
                        .map(Level::name)
                        .orElse(Questions.NOTHING));
        for (String skill : List.of(Questions.NUMBERS, Questions.DIGITAL, Questions.INSTITUTIONS)) {
            answers.put(skill, List.of("WELL", "SOME_HELP", "HARD").get(dice.weighted(40, 35, 25)));
        }
        answers.put(Questions.NETWORK, List.of("ENOUGH", "SMALL", "NONE").get(dice.weighted(25, 50, 25)));
        answers.put(Questions.STRESS, List.of("LITTLE", "SOME", "MUCH").get(dice.weighted(20, 45, 35)));
        answers.put(
                Questions.DEVICE,
                List.of("COMPUTER", "SMARTPHONE", "PHONE", "NONE").get(dice.weighted(25, 60, 10, 5)));
    }

    /** Conditions are met by most, and of one in six not asked yet; the other questions are answered by half. */
    private static void own(ProgrammeFile file, Dice dice, Map<String, String> answers) {
        for (Question question : Questions.own(file.code(), file)) {
            Optional<Condition> condition = file.conditions().stream()
                    .filter(one -> Questions.key(file.code(), one.question()).equals(question.key()))
                    .findFirst();
            if (condition.isPresent()) {
                int says = dice.weighted(78, 17, 5);
                if (says == 0) {
                    answers.put(question.key(), meeting(condition.get(), dice));
                } else if (says == 2) {
                    unmet(question, condition.get()).ifPresent(answer -> answers.put(question.key(), answer));
                }
            } else if (question.asked() && question.kind() == Question.Kind.YES_NO && dice.percent(50)) {
                answers.put(question.key(), dice.percent(50) ? Question.YES : Question.NO);
            } else if (question.asked() && question.kind() == Question.Kind.CHOICE && dice.percent(50)) {
                answers.put(question.key(), dice.one(question.choices()));
            }
        }
    }

    private static String meeting(Condition condition, Dice dice) {
        return condition
                .range()
                .map(range -> Integer.toString(range.from()))
                .orElseGet(() -> dice.one(condition.answers().stream().sorted().toList()));
    }

    private static Optional<String> unmet(Question question, Condition condition) {
        List<String> all =
                question.kind() == Question.Kind.YES_NO ? List.of(Question.YES, Question.NO) : question.choices();
        return all.stream()
                .filter(answer -> !condition.answers().contains(answer))
                .findFirst();
    }
}
