package nl.koppelwerk.data.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.koppelwerk.data.format.Column;
import nl.koppelwerk.data.imports.row.Dates;
import nl.koppelwerk.data.imports.row.FamilyTable;
import nl.koppelwerk.data.imports.row.VolunteerTable;
import nl.koppelwerk.data.store.Families;
import nl.koppelwerk.data.store.Programmes;
import nl.koppelwerk.data.store.Volunteers;
import nl.koppelwerk.data.view.person.FamilyViews;
import nl.koppelwerk.data.view.person.RequestEntry;
import nl.koppelwerk.data.view.person.Search;
import nl.koppelwerk.data.view.person.VolunteerViews;
import nl.koppelwerk.domain.family.Family;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.programme.Programme;
import nl.koppelwerk.domain.programme.ProgrammeId;
import nl.koppelwerk.domain.volunteer.Volunteer;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes the list that was searched for as a file; what is imported again from it changes nothing. */
public final class Exporting {
    private static final int AT_A_TIME = 500;

    private final JdbcClient jdbc;

    public Exporting(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One row for each request, and one for a family without any.
     *
     * @return how many rows
     */
    public int families(Search search, FileKind kind, OutputStream out) throws IOException {
        FamilyViews views = new FamilyViews(jdbc);
        Families families = new Families(jdbc);
        List<FamilyId> ids = views.ids(search);
        int rows = 0;
        try (TableWriter file = kind.open(out, ListColumns.FAMILIES)) {
            for (int from = 0; from < ids.size(); from += AT_A_TIME) {
                List<FamilyId> some = ids.subList(from, Math.min(ids.size(), from + AT_A_TIME));
                Map<FamilyId, Family> byId =
                        families.list(some).stream().collect(Collectors.toMap(Family::id, family -> family));
                Map<FamilyId, List<RequestEntry>> requests = views.requests(some);
                for (FamilyId id : some) {
                    rows += write(byId.get(id), requests.getOrDefault(id, List.of()), file);
                }
            }
        }
        return rows;
    }

    private static int write(
            @org.jspecify.annotations.Nullable Family family, List<RequestEntry> requests, TableWriter file)
            throws IOException {
        if (family == null) {
            return 0;
        }
        Map<Column, String> cells = FamilyTable.cells(family);
        for (RequestEntry entry : requests) {
            Map<Column, String> row = new HashMap<>(cells);
            row.putAll(FamilyTable.cells(entry.request(), entry.programme()));
            row.put(ListColumns.CLOSED, entry.closedOn().map(Dates::write).orElse(""));
            file.row(row);
        }
        if (requests.isEmpty()) {
            file.row(cells);
        }
        return Math.max(1, requests.size());
    }

    /** @return how many rows */
    public int volunteers(Search search, FileKind kind, OutputStream out) throws IOException {
        Map<ProgrammeId, String> codes =
                new Programmes(jdbc).list().stream().collect(Collectors.toMap(Programme::id, Programme::code));
        Volunteers volunteers = new Volunteers(jdbc);
        List<VolunteerId> ids = new VolunteerViews(jdbc).ids(search);
        int rows = 0;
        try (TableWriter file = kind.open(out, ListColumns.VOLUNTEERS)) {
            for (int from = 0; from < ids.size(); from += AT_A_TIME) {
                List<VolunteerId> some = ids.subList(from, Math.min(ids.size(), from + AT_A_TIME));
                Map<VolunteerId, Volunteer> byId =
                        volunteers.list(some).stream().collect(Collectors.toMap(Volunteer::id, volunteer -> volunteer));
                for (VolunteerId id : some) {
                    Volunteer volunteer = byId.get(id);
                    if (volunteer != null) {
                        Map<Column, String> cells = VolunteerTable.cells(volunteer, codes);
                        cells.put(ListColumns.STATE, volunteer.active() ? "doet mee" : "pauze of gestopt");
                        file.row(cells);
                        rows++;
                    }
                }
            }
        }
        return rows;
    }
}
