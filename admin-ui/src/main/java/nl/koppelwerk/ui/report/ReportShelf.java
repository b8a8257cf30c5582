package nl.koppelwerk.ui.report;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.avoidedcost.report.Reporting;
import nl.koppelwerk.data.account.Accounts;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.cost.CarePrices;
import nl.koppelwerk.data.cost.Reports;
import nl.koppelwerk.ui.report.content.Edition;
import nl.koppelwerk.ui.report.file.FileKind;
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
    private final Clock clock;

    ReportShelf(Reports reports, CarePrices prices, Accounts accounts, Audit audit, Clock clock) {
        this.reports = reports;
        this.prices = prices;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
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

    Edition get(Coordinator reader, String municipality, int number) {
        Edition edition = find(reader, municipality, number);
        note(reader, AuditEntry.Action.SEEN, municipality, number, Map.of());
        return edition;
    }

    /** A published report to take away. */
    Edition take(Coordinator reader, String municipality, int number, FileKind kind) {
        Edition edition = find(reader, municipality, number);
        note(reader, AuditEntry.Action.EXPORTED, municipality, number, Map.of("file", kind.extension()));
        return edition;
    }

    private Edition find(Coordinator reader, String municipality, int number) {
        requireMunicipality(reader, municipality);
        List<Reports.Published> all = reports.list(municipality);
        Reports.Published published = all.stream()
                .filter(report -> report.number() == number)
                .findFirst()
                .orElseThrow(UnknownPage::new);
        return Edition.of(
                published,
                all.stream().filter(report -> report.number() < number).toList(),
                LocalDate.now(clock));
    }

    Edition draft(Reporting.Made made) {
        return Edition.draft(made.report(), reports.list(made.report().municipality()), LocalDate.now(clock));
    }

    /** A draft to take away; it has no number yet. */
    Edition take(Coordinator reader, Reporting.Made made, FileKind kind) {
        note(
                reader,
                AuditEntry.Action.EXPORTED,
                made.report().municipality(),
                0,
                Map.of(
                        "file",
                        kind.extension(),
                        "draft",
                        made.report().period().from() + "/"
                                + made.report().period().until()));
        return draft(made);
    }

    void lock(Coordinator reader, String municipality) {
        reports.lock(reader.organisation(), municipality);
    }

    int publish(Coordinator reader, Reporting.Made made) {
        Instant at = clock.instant();
        int number = reports.publish(reader.organisation(), made, reader.account(), at);
        note(reader, AuditEntry.Action.ADDED, made.report().municipality(), number, Map.of());
        return number;
    }

    private void note(
            Coordinator reader, AuditEntry.Action action, String municipality, int number, Map<String, String> detail) {
        audit.add(
                reader.organisation(),
                new AuditEntry(
                        Optional.of(reader.account()),
                        action,
                        AuditEntry.Subject.REPORT,
                        municipality + "/" + number,
                        detail));
    }
}
