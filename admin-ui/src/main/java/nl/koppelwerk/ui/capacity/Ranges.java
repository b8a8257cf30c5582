package nl.koppelwerk.ui.capacity;

import nl.koppelwerk.capacity.Range;
import nl.koppelwerk.ui.shell.Words;

/** Says a range as people read it: the middle, and what lies around it. */
record Ranges(Words words) {
    /** Of families: whole ones. */
    public String families(Range range) {
        return words.say(
                "capacity.families", Math.round(range.middle()), Math.round(range.low()), Math.round(range.high()));
    }

    public String weeks(Range range) {
        return words.say("capacity.weeks", range.middle(), range.low(), range.high());
    }
}
