package nl.koppelwerk.trust.abuse;

import java.io.PrintWriter;
import java.util.List;
import java.util.Random;

/** One kind of abuse. */
interface Attack {
    /** The word by which it is chosen on the command line. */
    String name();

    /**
     * Tries it.
     *
     * @param tries about how many inputs to make up, where they are made up
     */
    List<Held> on(Grounds grounds, Random random, int tries);

    /** What more there is to read of it than whether it held. */
    default void tell(PrintWriter out) {}
}
