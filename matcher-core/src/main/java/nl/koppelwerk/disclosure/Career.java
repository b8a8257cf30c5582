package nl.koppelwerk.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One family over all publications; at each it is absent or observed. */
record Career(List<@Nullable Observation> observations) {
    /** The same family, had it been in another category all along. */
    Career with(Map<String, String> changed) {
        List<@Nullable Observation> others = new ArrayList<>();
        for (Observation observation : observations) {
            others.add(observation == null ? null : with(observation, changed));
        }
        return new Career(others);
    }

    private static Observation with(Observation observation, Map<String, String> changed) {
        Map<String, String> categories = new HashMap<>(observation.categories());
        changed.forEach((dimension, category) -> categories.replace(dimension, category));
        return new Observation(observation.family(), categories, observation.amounts());
    }

    boolean isIn(int publication) {
        return observations.get(publication) != null;
    }

    boolean contributes(int publication, String measure) {
        Observation observation = observations.get(publication);
        return observation != null && observation.amount(measure) != 0;
    }

    /** The same family, had it been in these publications only, or in all but these. */
    Career within(BitSet publications, boolean inside) {
        List<@Nullable Observation> others = new ArrayList<>();
        for (int at = 0; at < observations.size(); at++) {
            others.add(publications.get(at) == inside ? observations.get(at) : null);
        }
        return new Career(others);
    }

    boolean isBehind(Question question) {
        Observation observation = observations.get(question.publication());
        return observation != null && question.isAbout(observation);
    }
}
