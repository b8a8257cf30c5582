package nl.koppelwerk.data.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.koppelwerk.domain.language.Language;
import nl.koppelwerk.domain.language.Languages;
import nl.koppelwerk.domain.language.Level;

/** Who speaks what, roughly as in Rotterdam; a few languages have families and no volunteers. */
final class SampleLanguages {
    private static final List<String> CODES = List.of(
            "tur", "ara", "pol", "por", "ary", "kea", "bul", "pap", "spa", "tir", "som", "prs", "fas", "ukr", "srn",
            "kur", "ron", "urd", "zho", "fra", "rif", "hin", "amh", "pus", "vie", "lin");
    private static final int[] FAMILIES = {
        17, 15, 10, 6, 8, 7, 6, 5, 4, 5, 4, 3, 3, 4, 3, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1
    };
    private static final int[] VOLUNTEERS = {
        18, 15, 9, 6, 8, 5, 3, 4, 7, 1, 1, 1, 2, 2, 5, 2, 1, 2, 2, 7, 2, 3, 0, 0, 0, 0
    };

    private SampleLanguages() {}

    static Languages ofFamily(Dice dice, boolean littleDutch) {
        Map<Language, Level> speaking = new TreeMap<>();
        if (littleDutch) {
            speaking.put(home(dice, FAMILIES), Level.C2);
            int level = dice.weighted(20, 45, 35);
            if (level > 0) {
                speaking.put(Language.DUTCH, level == 1 ? Level.A1 : Level.A2);
            }
        } else if (dice.percent(45)) {
            speaking.put(Language.DUTCH, Level.C2);
        } else {
            speaking.put(home(dice, FAMILIES), Level.C2);
            speaking.put(Language.DUTCH, dice.one(List.of(Level.B1, Level.B2, Level.B2, Level.C1)));
        }
        if (dice.percent(littleDutch ? 15 : 35)) {
            speaking.put(new Language("eng"), dice.one(List.of(Level.A2, Level.B1, Level.B2)));
        }
        return Languages.of(speaking);
    }

    static Languages ofVolunteer(Dice dice) {
        Map<Language, Level> speaking = new TreeMap<>();
        boolean second = dice.percent(46);
        speaking.put(
                Language.DUTCH,
                second
                        ? dice.one(List.of(Level.B2, Level.C1, Level.C1, Level.C2))
                        : dice.one(List.of(Level.C1, Level.C2)));
        if (second) {
            speaking.put(home(dice, VOLUNTEERS), dice.one(List.of(Level.B2, Level.C1, Level.C2)));
        }
        if (dice.percent(60)) {
            speaking.put(new Language("eng"), dice.one(List.of(Level.B1, Level.B2, Level.C1)));
        }
        return Languages.of(speaking);
    }

    private static Language home(Dice dice, int[] weights) {
        return new Language(CODES.get(dice.weighted(weights)));
    }

    /** Languages that families speak and volunteers do not. */
    static List<String> rare() {
        List<String> rare = new ArrayList<>();
        for (int i = 0; i < VOLUNTEERS.length; i++) {
            if (VOLUNTEERS[i] == 0) {
                rare.add(CODES.get(i));
            }
        }
        return rare;
    }
}
