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
    private final Table<SharedSpeech.Asked, Languages> table;
    private final Map<Language, Short> numbers = new HashMap<>();
    private final short[] remembered;

    Tongues(SharedSpeech rule, Table<SharedSpeech.Asked, Languages> table) {
        this.rule = rule;
        this.table = table;
        TreeSet<Language> known = new TreeSet<>();
        for (int i = 0; i < table.differentAsked(); i++) {
            known.addAll(table.asked(i).languages().speaking().keySet());
        }
        known.forEach(language -> numbers.put(language, (short) numbers.size()));
        long different = (long) table.differentAsked() * table.differentOffered();
        remembered = new short[different > MOST_REMEMBERED ? 0 : (int) different];
        Arrays.fill(remembered, NOT_YET);
    }

    /** Number of the language, -1 when they share none. */
    short of(int request, int volunteer) {
        int asked = table.askedBy(request);
        int offered = table.offeredBy(volunteer);
        if (remembered.length == 0) {
            return find(asked, offered);
        }
        int place = asked * table.differentOffered() + offered;
        short known = remembered[place];
        if (known == NOT_YET) {
            known = find(asked, offered);
            remembered[place] = known;
        }
        return known;
    }

    private short find(int asked, int offered) {
        return rule.best(table.asked(asked), table.offered(offered))
                .map(shared -> numbers.getOrDefault(shared.language(), NONE))
                .orElse(NONE);
    }
}
