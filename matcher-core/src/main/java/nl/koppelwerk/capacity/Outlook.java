package nl.koppelwerk.capacity;

import java.util.List;

/**
 * What one scenario comes to.
 *
 * @param waiting families that wait, at the end of each month; the first entry is today
 * @param usualWait weeks after which half of the families have somebody; see {@link Course#waitOf}
 * @param longWait weeks after which nine in ten have
 * @param introduced families that got somebody
 */
public record Outlook(Scenario scenario, List<Range> waiting, Range usualWait, Range longWait, Range introduced) {
    public Outlook {
        waiting = List.copyOf(waiting);
    }
}
