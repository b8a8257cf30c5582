package nl.koppelwerk.data.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntConsumer;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.format.FileLimits;
import nl.koppelwerk.data.format.Heading;
import nl.koppelwerk.data.format.TableFile;
import nl.koppelwerk.data.format.WrongFileException;
import nl.koppelwerk.data.history.History;
import nl.koppelwerk.data.history.Way;
import nl.koppelwerk.data.imports.row.Reading;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Imports a file in one transaction: all good rows of it or, when it is broken or the machine stops, nothing. A content is
 * imported once, whatever the file is called and however often it is offered: its accepted rows are left alone, only rows
 * that were refused are tried again.
 */
public final class Importing {
    private static final int REJECTS_TO_SHOW = 20;
    private final JdbcClient jdbc;
    private final OrganisationScope scope;
    private final Clock clock;
    private final FileLimits limits;

    public Importing(JdbcClient jdbc, OrganisationScope scope, Clock clock, FileLimits limits) {
        this.jdbc = jdbc;
        this.scope = scope;
        this.clock = clock;
        this.limits = limits;
    }

    /**
     * A file that somebody offers.
     *
     * @param name what they call it
     * @param rejectsFolder where to write the refused rows
     */
    public record Offer(Path path, String name, Path rejectsFolder) {}

    /**
     * What a file is about, for whoever has several to import.
     *
     * @return empty when the file would be refused
     */
    public Optional<ImportKind> kindOf(Path file) {
        try {
            TableFile table = TableFile.open(file, file.toString(), limits);
            return Optional.of(
                    ImportKind.of(table.heading(ImportKind.allTables()).table()));
        } catch (WrongFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("import of " + file, e);
        }
    }

    /**
     * Imports one file; what it is about shows from its columns.
     *
     * @param progress is told now and then how many rows were read
     * @throws UncheckedIOException when the file cannot be read or the refused rows cannot be written
     */
    public ImportOutcome importFile(OrganisationId organisation, Offer offer, IntConsumer progress) {
        try {
            TableFile table = TableFile.open(offer.path(), offer.name(), limits);
            return scope.inside(organisation, () -> {
                new History(jdbc, clock).sign(Optional.empty(), Way.IMPORT);
                return importTable(organisation, offer, table, progress);
            });
        } catch (WrongFileException e) {
            return refused(organisation, offer, e, Optional.empty());
        } catch (RolledBack e) {
            return refused(organisation, offer, e.reason, Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException("import of " + offer.path(), e);
        }
    }

    /** Notes that a file was refused as a whole, for the list of imports. */
    ImportOutcome.Refused refused(
            OrganisationId organisation, Offer offer, WrongFileException wrong, Optional<UUID> account) {
        Path path = offer.path();
        try {
            if (Files.isRegularFile(path)) {
                byte[] sha256 = TableFile.fingerprint(path);
                KeptImports.RefusedFile file = new KeptImports.RefusedFile(
                        offer.name(), sha256, Files.size(path), wrong.reason(), clock.instant());
                scope.inside(organisation, () -> new KeptImports(jdbc).refuse(organisation, file, account));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("import of " + path, e);
        }
        return new ImportOutcome.Refused(offer.name(), wrong.reason());
    }

    /**
     * Imports inside a transaction that is there already, and says what that changes.
     *
     * @throws RolledBack when the file turns out wrong halfway: the transaction must not be committed
     */
    Rehearsal rehearse(OrganisationId organisation, Offer offer, Optional<UUID> account)
            throws WrongFileException, IOException {
        TableFile table = TableFile.open(offer.path(), offer.name(), limits);
        if (ImportKind.of(table.heading(ImportKind.allTables()).table()) == ImportKind.POSTCODES) {
            throw new WrongFileException("postcodes", offer.name());
        }
        History history = new History(jdbc, clock);
        history.sign(account, Way.IMPORT);
        long mark = history.mark();
        ImportOutcome.Imported outcome = importTable(organisation, offer, table, rows -> {});
        UUID id = Reading.id(organisation, "import", table.sha256());
        return new Rehearsal(
                outcome.withoutFile(),
                history.written(mark, Rehearsal.MOST_CHANGES),
                history.fingerprint(mark) + new KeptImports(jdbc).fingerprint(id));
    }

    private ImportOutcome.Imported importTable(
            OrganisationId organisation, Offer offer, TableFile table, IntConsumer progress) {
        KeptImports imports = new KeptImports(jdbc);
        imports.lock(organisation);
        UUID id = Reading.id(organisation, "import", table.sha256());
        List<ImportOutcome.RejectedRow> first = new ArrayList<>();
        try (RejectsFile file = new RejectsFile(offer.rejectsFolder(), offer.name())) {
            Optional<Set<Integer>> before = imports.refusedBefore(id);
            FileImport.Rejects rejects = (row, problems) -> {
                imports.reject(organisation, id, row.number(), problems, RejectsFile.asText(row));
                file.add(row, problems);
                if (first.size() < REJECTS_TO_SHOW) {
                    first.add(new ImportOutcome.RejectedRow(row.number(), problems));
                }
            };
            Instant started = clock.instant();
            FileImport work = new FileImport(
                    heading -> {
                        ImportKind kind = ImportKind.of(heading.table());
                        imports.start(organisation, id, facts(offer, table, kind, started));
                        Rows<?> rows = rows(organisation, kind, imports);
                        return new FileImport.Start(rows, rows.everyTime() ? Optional.empty() : before, rejects);
                    },
                    progress);
            table.read(ImportKind.allTables(), work);
            KeptImports.Counts counts = work.finish();
            imports.finish(id, counts, clock.instant());
            return outcome(offer, work.heading(), counts, before.isPresent(), first, file.finish());
        } catch (WrongFileException e) {
            throw new RolledBack(e);
        } catch (IOException e) {
            throw new UncheckedIOException("import of " + offer.path(), e);
        }
    }

    private Rows<?> rows(OrganisationId organisation, ImportKind kind, KeptImports imports) {
        if (kind == ImportKind.POSTCODES) {
            imports.lockPlaces();
            return new PlaceRows(jdbc);
        }
        Reading reading = new Readings(jdbc, clock).of(organisation);
        return kind == ImportKind.FAMILIES ? new FamilyRows(reading, jdbc) : new VolunteerRows(reading, jdbc);
    }

    private static KeptImports.FileFacts facts(Offer offer, TableFile table, ImportKind kind, Instant started) {
        try {
            return new KeptImports.FileFacts(offer.name(), kind, table.sha256(), Files.size(offer.path()), started);
        } catch (IOException e) {
            throw new UncheckedIOException("import of " + offer.path(), e);
        }
    }

    private static ImportOutcome.Imported outcome(
            Offer offer,
            Heading heading,
            KeptImports.Counts counts,
            boolean already,
            List<ImportOutcome.RejectedRow> first,
            Optional<Path> rejects) {
        return new ImportOutcome.Imported(
                offer.name(),
                ImportKind.of(heading.table()),
                counts.read(),
                counts.accepted(),
                counts.rejected(),
                counts.added(),
                counts.changed(),
                already,
                first,
                rejects,
                heading.unused().stream()
                        .filter(name -> !RejectsFile.isReason(name))
                        .toList());
    }

    /** Ends the transaction of a file that turns out wrong halfway. */
    static final class RolledBack extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient WrongFileException reason;

        RolledBack(WrongFileException reason) {
            super(reason);
            this.reason = reason;
        }

        WrongFileException reason() {
            return reason;
        }
    }
}
