package nl.koppelwerk.trust.abuse;

import java.util.ArrayList;
import java.util.List;
import nl.koppelwerk.trust.Promise;

/** One promise while it is being tried: how often, and each time that it did not hold. */
final class Held {
    private final String promise;
    private final List<String> broken = new ArrayList<>();
    private int tries;

    Held(String promise) {
        this.promise = promise;
    }

    /** @param found what to read when it did not hold: the place, and what was sent */
    void expect(boolean held, String found) {
        tries++;
        if (!held) {
            broken.add(found);
        }
    }

    List<String> broken() {
        return broken;
    }

    /** As a line of the table; a promise that nothing was held against is not met. */
    Promise promised() {
        return new Promise(promise, tries, broken.size() + " broken", "0 broken", tries > 0 && broken.isEmpty());
    }
}
