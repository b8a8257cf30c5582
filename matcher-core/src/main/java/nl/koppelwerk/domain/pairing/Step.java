package nl.koppelwerk.domain.pairing;

import java.util.EnumSet;
import java.util.Set;

/** Where a pairing stands. Any step before the end can also go to {@link #ENDED}, with a reason. */
public enum Step {
    PROPOSED,
    ACCEPTED,
    ASKED,
    INTRODUCTION,
    TRIAL,
    RUNNING,
    CLOSING,
    AFTERCARE,
    ENDED;

    /** Steps in which volunteer and family keep each other: the nightly run leaves these alone. */
    public static final Set<Step> FIXED =
            Set.copyOf(EnumSet.of(ACCEPTED, ASKED, INTRODUCTION, TRIAL, RUNNING, CLOSING));

    public boolean mayGoTo(Step next) {
        return this != ENDED && (next == ENDED || next.ordinal() == ordinal() + 1);
    }
}
