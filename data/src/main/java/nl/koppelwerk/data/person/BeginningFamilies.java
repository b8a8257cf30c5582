package nl.koppelwerk.data.person;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.data.format.Column;
import nl.koppelwerk.data.format.Row;
import nl.koppelwerk.data.imports.Readings;
import nl.koppelwerk.data.imports.row.FamilyLine;
import nl.koppelwerk.data.imports.row.FamilyTable;
import nl.koppelwerk.data.imports.row.Problem;
import nl.koppelwerk.data.imports.row.RowResult;
import nl.koppelwerk.domain.family.Family;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.family.SupportRequest;

/** Adding a family together with its first request, from the few answers that a run needs to look for somebody. */
public final class BeginningFamilies {
    private final Readings readings;
    private final EditingFamilies families;
    private final EditingRequests requests;

    public BeginningFamilies(Readings readings, EditingFamilies families, EditingRequests requests) {
        this.readings = readings;
        this.families = families;
        this.requests = requests;
    }

    /**
     * Adds both, or neither; numbers, the day and how many day-parts follow by themselves where they are not said.
     *
     * @param cells of the family and of its request
     * @param different somebody has looked at the families that look alike, and says that this is another one
     * @return the family
     */
    public Kept<Family> begin(Map<Column, String> cells, boolean different, By by) {
        Map<Column, String> whole = new HashMap<>(cells);
        String reference = families.nextReference();
        whole.put(FamilyTable.REFERENCE, reference);
        whole.put(FamilyTable.REQUEST, reference + "-1");
        whole.putIfAbsent(FamilyTable.DAY_PARTS_PER_WEEK, "1");
        whole.putIfAbsent(FamilyTable.WAITING_SINCE, requests.today());
        if (FamilyLine.read(Row.of(FamilyTable.SPEC, whole), readings.of(by.organisation()))
                instanceof RowResult.Bad<FamilyLine>(List<Problem> problems)) {
            return new Kept.Wrong<>(problems);
        }
        Kept<Family> kept = families.add(whole, different, by);
        if (kept instanceof Kept.Done<Family>(var id)
                && !(requests.add(new FamilyId(id), whole, by) instanceof Kept.Done<SupportRequest>)) {
            throw new IllegalStateException("request " + reference + "-1 was read as right and is refused");
        }
        return kept;
    }
}
