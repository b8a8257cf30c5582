package nl.koppelwerk.recruit;

import java.util.Locale;
import nl.koppelwerk.sentence.Sentence;

/** What some of the families ask of the volunteer besides time and language. */
public enum Extra {
    /** The training for heavier needs is done. */
    TRAINED,
    /** A heavy case is welcome. */
    HEAVY,
    WOMAN,
    NO_PETS;

    public Sentence sentence() {
        return Sentence.of("recruit.extra." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
