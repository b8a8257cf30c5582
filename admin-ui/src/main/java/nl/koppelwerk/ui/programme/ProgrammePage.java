package nl.koppelwerk.ui.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import nl.koppelwerk.data.programme.Condition;
import nl.koppelwerk.data.programme.ProgrammeFile;
import nl.koppelwerk.data.programme.ProgrammeLoads;
import nl.koppelwerk.domain.place.Postcode;
import nl.koppelwerk.domain.programme.Rhythm;
import nl.koppelwerk.ui.shell.Words;

/**
 * A programme as its page shows it.
 *
 * @param text in the reader's language
 * @param checkIns as they are in use, which may have been changed since
 * @param load what it carries now
 */
record ProgrammePage(ProgrammeFile file, ProgrammeFile.Text text, Rhythm checkIns, ProgrammeLoads.Load load) {
    /** Where its families live, a line for each part. */
    public List<String> area(Words words) {
        ProgrammeFile.Area area = file.area();
        List<String> lines = new ArrayList<>();
        if (area.anywhere()) {
            lines.add(words.say("programme.anywhere"));
        }
        if (!area.municipalities().isEmpty()) {
            lines.add(words.say("programme.municipalities", words.joined(area.municipalities())));
        }
        area.neighbourhoods().forEach(one -> lines.add(one.name() + " (" + digits(one.postcodes()) + ")"));
        if (!area.postcodes().isEmpty()) {
            lines.add(words.say("programme.postcodes", digits(area.postcodes())));
        }
        return lines;
    }

    /** Which families it is for, a line for each condition. */
    public List<String> target(Words words) {
        List<String> lines = new ArrayList<>();
        file.childAges().ifPresent(ages -> lines.add(words.say("programme.ages", ages.from(), ages.to())));
        if (file.atSchool()) {
            lines.add(words.say("programme.school"));
        }
        if (!file.households().isEmpty()) {
            lines.add(words.say(
                    "programme.households",
                    words.joined(file.households().stream()
                            .sorted()
                            .map(one -> words.say("choice." + one))
                            .toList())));
        }
        boolean english = words.inLanguage(Locale::getLanguage).equals("en");
        file.conditions()
                .forEach(one -> lines.add(words.say(
                        "programme.condition",
                        english ? one.english() : one.dutch(),
                        one.range()
                                .map(range -> words.say("programme.between", range.from(), range.to()))
                                .orElseGet(() -> answers(one, english, words)))));
        return lines.isEmpty() ? List.of(words.say("programme.everybody")) : lines;
    }

    private String answers(Condition condition, boolean english, Words words) {
        ProgrammeFile.Asked asked = file.intake().stream()
                .filter(one -> one.key().equals(condition.question()))
                .findFirst()
                .orElseThrow();
        return asked.kind() == ProgrammeFile.Answer.YES_NO
                ? words.say(condition.answers().contains("YES") ? "yes" : "no")
                : words.joined(asked.options().stream()
                        .filter(option -> condition.answers().contains(option.key()))
                        .map(option -> english ? option.english() : option.dutch())
                        .toList());
    }

    /** Its own questions at the intake; those that nobody asks say so. */
    public List<String> intake(Words words) {
        boolean english = words.inLanguage(Locale::getLanguage).equals("en");
        return file.intake().stream()
                .map(one -> (english ? one.english() : one.dutch())
                        + (one.onlyIfFamilyAsks() ? " " + words.say("programme.onlyIfFamilyAsks") : ""))
                .toList();
    }

    public List<String> kinds(Words words) {
        return file.kinds().stream().sorted().map(words::kind).toList();
    }

    private static String digits(List<Postcode> postcodes) {
        return postcodes.stream().map(Postcode::toString).collect(Collectors.joining(", "));
    }

    public String weeks() {
        return checkIns.weeks().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /** Of the places that staff can carry, how many are taken, 0 to 100. */
    public int taken() {
        return file.capacity()
                .staff()
                .map(staff -> Math.min(100, 100 * load.pairings() / staff.places()))
                .orElse(0);
    }

    public boolean full() {
        return file.capacity()
                .staff()
                .filter(staff -> load.pairings() >= staff.places())
                .isPresent();
    }
}
