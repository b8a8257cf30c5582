package nl.koppelwerk.ui.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.avoidedcost.report.Reporting;
import nl.koppelwerk.data.account.Accounts;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.cost.CarePrices;
import nl.koppelwerk.data.cost.Reports;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.Role;
import nl.koppelwerk.ui.shell.UnknownPage;
import org.springframework.stereotype.Component;

/** The reports that a person may read, and a note of each that was read or published. */
@Component
class ReportShelf {
    private final Reports reports;
    private final CarePrices prices;
    private final Accounts accounts;
    private final Audit audit;

    ReportShelf(Reports reports, CarePrices prices, Accounts accounts, Audit audit) {
        this.reports = reports;
        this.prices = prices;
        this.accounts = accounts;
        this.audit = audit;
    }

    /** A reader's own; an administrator's are all that the organisation works in. */
    List<String> municipalities(Coordinator reader) {
        return reader.role() == Role.MUNICIPAL_READER
                ? accounts.limits(reader.account()).municipalities().stream()
                        .sorted()
                        .toList()
                : prices.municipalities();
    }

    void requireMunicipality(Coordinator reader, String municipality) {
        if (!municipalities(reader).contains(municipality)) {
            throw new UnknownPage();
        }
    }

    List<Reports.Published> list(String municipality) {
        return reports.list(municipality);
    }

    Reports.Published get(Coordinator reader, String municipality, int number) {
        requireMunicipality(reader, municipality);
        Reports.Published published = reports.find(municipality, number).orElseThrow(UnknownPage::new);
        note(reader, AuditEntry.Action.SEEN, municipality, number);
        return published;
    }

    /** The report before this one, to compare with. */
    Optional<Reports.Published> before(String municipality, int number) {
        return reports.find(municipality, number - 1);
    }

    void lock(Coordinator reader, String municipality) {
        reports.lock(reader.organisation(), municipality);
    }

    int publish(Coordinator reader, Reporting.Made made, Instant at) {
        int number = reports.publish(reader.organisation(), made, reader.account(), at);
        note(reader, AuditEntry.Action.ADDED, made.report().municipality(), number);
        return number;
    }

    private void note(Coordinator reader, AuditEntry.Action action, String municipality, int number) {
        audit.add(
                reader.organisation(),
                new AuditEntry(
                        Optional.of(reader.account()),
                        action,
                        AuditEntry.Subject.REPORT,
                        municipality + "/" + number,
                        Map.of()));
    }
}
