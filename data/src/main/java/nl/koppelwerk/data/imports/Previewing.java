package nl.koppelwerk.data.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.format.Sentence;
import nl.koppelwerk.data.format.TableFile;
import nl.koppelwerk.data.format.WrongFileException;
import nl.koppelwerk.data.imports.row.Reading;
import nl.koppelwerk.domain.programme.OrganisationId;

/**
 * Imports in two steps: first what a file would change, then, when somebody agrees, exactly that. The preview is the import
 * itself, taken back; what is imported afterwards is compared with it before it counts.
 */
public final class Previewing {
    private final Importing importing;
    private final OrganisationScope scope;
    private final KeptPreviews previews;
    private final Audit audit;

    Previewing(Importing importing, OrganisationScope scope, KeptPreviews previews, Audit audit) {
        this.importing = importing;
        this.scope = scope;
        this.previews = previews;
        this.audit = audit;
    }

    /** What came of offering a file, or of agreeing to a preview. */
    public sealed interface Answer {
        /** Look at this first; nothing has changed. */
        record Look(UUID preview) implements Answer {}

        /** The data changed since the preview, and so would the import: look again; nothing has changed. */
        record LookAgain(UUID preview) implements Answer {}

        /** What the preview said has been done. */
        record Done(ImportOutcome.Imported outcome) implements Answer {}

        /** The file was refused as a whole. */
        record Refused(Sentence reason) implements Answer {}

        /** There is no such preview, or no longer. */
        record Gone() implements Answer {}
    }

    public Answer offer(OrganisationId organisation, UUID account, String name, byte[] content) {
        return withFile(name, content, offer -> {
            try {
                UUID id = Reading.id(organisation, "preview", account + "/" + fingerprint(offer.path()));
                Rehearsal rehearsal = rehearsed(organisation, account, offer);
                keep(organisation, account, id, offer, content, rehearsal);
                return new Answer.Look(id);
            } catch (WrongFileException e) {
                return new Answer.Refused(importing
                        .refused(organisation, offer, e, Optional.of(account))
                        .reason());
            }
        });
    }

    /** Imports what the preview showed, or says that it would be something else now. */
    public Answer confirm(OrganisationId organisation, UUID account, UUID id) {
        Optional<Preview> preview = find(organisation, account, id);
        Optional<byte[]> content = scope.inside(organisation, () -> previews.content(id, account));
        if (preview.isEmpty() || content.isEmpty()) {
            return new Answer.Gone();
        }
        return withFile(preview.get().name(), content.get(), offer -> {
            try {
                return scope.inside(organisation, () -> agreed(organisation, account, preview.get(), offer));
            } catch (TakenBack e) {
                keep(organisation, account, id, offer, content.get(), e.rehearsal);
                return new Answer.LookAgain(id);
            } catch (Importing.RolledBack e) {
                return new Answer.Refused(e.reason().reason());
            }
        });
    }

    private Answer agreed(OrganisationId organisation, UUID account, Preview preview, Importing.Offer offer) {
        if (previews.content(preview.id(), account).isEmpty()) {
            return new Answer.Gone();
        }
        Rehearsal done = rehearse(organisation, account, offer);
        if (!done.fingerprint().equals(preview.rehearsal().fingerprint())) {
            throw new TakenBack(done);
        }
        previews.remove(preview.id(), account);
        audit.add(
                organisation,
                new AuditEntry(
                        Optional.of(account),
                        AuditEntry.Action.IMPORTED,
                        done.outcome().kind() == ImportKind.FAMILIES
                                ? AuditEntry.Subject.FAMILY
                                : AuditEntry.Subject.VOLUNTEER,
                        preview.id().toString(),
                        Map.of(
                                "added", Integer.toString(done.outcome().added()),
                                "changed", Integer.toString(done.outcome().changed()),
                                "refused", Integer.toString(done.outcome().rejected()))));
        return new Answer.Done(done.outcome());
    }

    public Optional<Preview> find(OrganisationId organisation, UUID account, UUID id) {
        return scope.inside(organisation, () -> previews.find(id, account));
    }

    /** The refused rows as a file to put right and offer again. */
    public Optional<byte[]> refusedRows(OrganisationId organisation, UUID account, UUID id) {
        return scope.inside(organisation, () -> previews.refusedRows(id, account));
    }

    /** Lets the file go; nothing has changed. */
    public void cancel(OrganisationId organisation, UUID account, UUID id) {
        scope.inside(organisation, () -> previews.remove(id, account));
    }

    /** The import, taken back. */
    private Rehearsal rehearsed(OrganisationId organisation, UUID account, Importing.Offer offer)
            throws WrongFileException {
        try {
            scope.inside(organisation, () -> {
                throw new TakenBack(rehearse(organisation, account, offer));
            });
            throw new IllegalStateException("the import of a preview was not taken back");
        } catch (TakenBack e) {
            return e.rehearsal;
        } catch (Importing.RolledBack e) {
            throw e.reason();
        }
    }

    private Rehearsal rehearse(OrganisationId organisation, UUID account, Importing.Offer offer) {
        try {
            return importing.rehearse(organisation, offer, Optional.of(account));
        } catch (WrongFileException e) {
            throw new Importing.RolledBack(e);
        } catch (IOException e) {
            throw new UncheckedIOException("preview of an import", e);
        }
    }

    private void keep(
            OrganisationId organisation,
            UUID account,
            UUID id,
            Importing.Offer offer,
            byte[] content,
            Rehearsal rehearsal) {
        KeptPreviews.Waiting waiting =
                new KeptPreviews.Waiting(offer.name(), content, rehearsal, refusedRows(offer.rejectsFolder()));
        scope.inside(organisation, () -> previews.keep(organisation, id, account, waiting));
    }

    private static String fingerprint(Path file) {
        try {
            return HexFormat.of().formatHex(TableFile.fingerprint(file));
        } catch (IOException e) {
            throw new UncheckedIOException("preview of an import", e);
        }
    }

    private static byte[] refusedRows(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            Optional<Path> file = files.findFirst();
            return file.isEmpty() ? new byte[0] : Files.readAllBytes(file.get());
        } catch (IOException e) {
            throw new UncheckedIOException("refused rows of a preview", e);
        }
    }

    /** Work with the content as a file, which is gone afterwards. */
    private static Answer withFile(
            String name, byte[] content, java.util.function.Function<Importing.Offer, Answer> work) {
        try {
            Path folder = Files.createTempDirectory("koppelwerk-import-");
            Path rejects = Files.createDirectory(folder.resolve("refused"));
            Path file = folder.resolve("content");
            try {
                Files.write(file, content);
                return work.apply(new Importing.Offer(file, name, rejects));
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("preview of an import", e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** Ends a transaction that was only to see what would happen. */
    private static final class TakenBack extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Rehearsal rehearsal;

        TakenBack(Rehearsal rehearsal) {
            super("taken back", null, false, false);
            this.rehearsal = rehearsal;
        }
    }
}
