package nl.koppelwerk.candidates;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import nl.koppelwerk.domain.language.Language;
import nl.koppelwerk.domain.language.Languages;
import nl.koppelwerk.fit.language.SharedSpeech;

/** The language that each pair would talk in, as a number for the problem. Numbers follow the language codes. */
final class Tongues {
    private static final short NOT_YET = Short.MIN_VALUE;
    private static final short NONE = -1;
    private static final long MOST_REMEMBERED = 1 << 20;

    private final SharedSpeech rule;
    private final NumberedTable<SharedSpeech.Asked, Languages> table;
    private final Map<Language, Short> numbers = new HashMap<>();
    private final short[] remembered;

    Tongues(SharedSpeech rule, NumberedTable<SharedSpeech.Asked, Languages> table) {
        this.rule = rule;
        this.table = table;
        TreeSet<Language> known = new TreeSet<>();
        table.asked.values.forEach(
                asked -> known.addAll(asked.languages().speaking().keySet()));
        known.forEach(language -> numbers.put(language, (short) numbers.size()));
        long different = (long) table.asked.different() * table.offered.different();
        remembered = new short[different > MOST_REMEMBERED ? 0 : (int) different];
        Arrays.fill(remembered, NOT_YET);
    }

    /** Writes the number of the language of each of these pairs, -1 where they share none. */
    void write(int request, int[] volunteers, int from, int size, short[] tongues) {
        int asked = table.asked.of[request];
        int[] offered = table.offered.of;
        for (int i = from; i < from + size; i++) {
            tongues[i] = of(asked, offered[volunteers[i]]);
        }
    }

    private short of(int asked, int offered) {
        if (remembered.length == 0) {
            return find(asked, offered);
        }
        int place = asked * table.offered.different() + offered;
        short known = remembered[place];
        if (known == NOT_YET) {
            known = find(asked, offered);
            remembered[place] = known;
        }
        return known;
    }

    private short find(int asked, int offered) {
        return rule.best(table.asked.values.get(asked), table.offered.values.get(offered))
                .map(shared -> numbers.getOrDefault(shared.language(), NONE))
                .orElse(NONE);
    }
}
