package nl.koppelwerk.trust.faults;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** Something that goes wrong, at every point or at many instants. */
interface Fault {
    /** How it is called on the command line. */
    String name();

    /** Tries it as often as the budget allows; each tally is one promise. */
    List<Tally> tries(Scene scene, Budget budget) throws IOException, SQLException;
}
