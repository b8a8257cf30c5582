package nl.koppelwerk.ui.run;

import java.util.Map;
import nl.koppelwerk.domain.language.Language;
import nl.koppelwerk.fairness.Dimension;
import nl.koppelwerk.fairness.Fairness;
import nl.koppelwerk.fairness.Group;
import nl.koppelwerk.ui.shell.Words;

/**
 * What the groups of a comparison are called.
 *
 * @param programmes names by code
 */
record GroupNames(Words words, Map<String, String> programmes) {
    public String say(Dimension dimension, Group group, Fairness fairness) {
        String name = group.name();
        if (name.isEmpty()) {
            boolean together =
                    fairness.smallTogether(dimension).filter(group::equals).isPresent();
            return words.say(together ? "fairness.together" : "fairness.unknown");
        }
        return switch (dimension) {
            case LANGUAGE -> words.language(new Language(name));
            case AREA -> words.say("fairness.area", name);
            case HOUSEHOLD -> words.say("household." + name);
            case PROGRAMME -> programmes.getOrDefault(name, name);
        };
    }
}
