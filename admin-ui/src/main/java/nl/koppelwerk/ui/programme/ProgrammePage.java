package nl.koppelwerk.ui.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
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
        return lines.isEmpty() ? List.of(words.say("programme.everybody")) : lines;
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
