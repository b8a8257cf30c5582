package nl.koppelwerk.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import nl.koppelwerk.batch.BatchApplication;
import nl.koppelwerk.data.format.FileLimits;
import nl.koppelwerk.data.imports.ImportKind;
import nl.koppelwerk.data.imports.ImportOutcome;
import nl.koppelwerk.data.imports.Importing;
import nl.koppelwerk.data.imports.row.CellText;
import nl.koppelwerk.data.sample.SampleOrganisation;
import nl.koppelwerk.data.store.Organisations;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Imports files into an organisation, postcodes first, and says what became of each. */
@Command(name = "import")
public final class ImportCommand implements Callable<Integer> {
    private static final int REJECTS_SHOWN = 10;
    private static final int BYTES_PER_PACKED_ROW = 90;
    private static final Path HOME =
            Path.of(Optional.ofNullable(System.getenv("KOPPELWERK_HOME")).orElse(".koppelwerk"));
    private final Console console;
    private final Clock clock;

    @Parameters(paramLabel = "FILE", arity = "1..*")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--organisation", paramLabel = "NAME")
    private Optional<String> organisation = Optional.empty();

    @Option(names = "--rejects", paramLabel = "DIR")
    private Optional<Path> rejects = Optional.empty();

    public ImportCommand(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        try (ConfigurableApplicationContext context =
                new ApplicationStart(console).start(BatchApplication.class, WebApplicationType.NONE)) {
            Importing importing = context.getBean(Importing.class);
            OrganisationId into =
                    organisation(context.getBean(Organisations.class), context.getBean(SampleOrganisation.class));
            int exitCode = ExitCode.OK;
            for (Path file : inOrder(importing)) {
                exitCode = worse(exitCode, importFile(importing, into, file));
            }
            return exitCode;
        }
    }

    private int importFile(Importing importing, OrganisationId into, Path file) {
        Path folder = rejectsFolder();
        String name = String.valueOf(file.getFileName());
        double lines = lines(file);
        ImportOutcome outcome;
        try (ProgressBar bar = new ProgressBar(console, clock)) {
            String stage = console.texts().get("import.reading", name);
            outcome = importing.importFile(
                    into,
                    new Importing.Offer(file, name, folder),
                    rows -> bar.show(stage, rows / lines, console.texts().get("import.rows", rows)));
        }
        return switch (outcome) {
            case ImportOutcome.Imported imported -> say(imported);
            case ImportOutcome.Refused refused -> {
                console.err().println(refused.reason().in(console.texts().locale()));
                yield ExitCode.FAILED;
            }
        };
    }

    /** About how many rows there are, to show how far the import is: ends of lines, or bytes of a packed file. */
    private static double lines(Path file) {
        if (!Files.isRegularFile(file)) {
            return 1;
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            double lines = 1;
            double bytes = 0;
            for (int length = in.read(buffer);
                    length >= 0 && bytes < FileLimits.DEFAULT.maximumBytes();
                    length = in.read(buffer)) {
                bytes += length;
                for (int i = 0; i < length; i++) {
                    lines += buffer[i] == '\n' ? 1 : 0;
                }
            }
            return file.toString().endsWith(".xlsx") ? Math.max(1, bytes / BYTES_PER_PACKED_ROW) : lines;
        } catch (IOException e) {
            return 1;
        }
    }

    /** Out of sight of other people, as the database beside it: refused rows are about families too. */
    private Path rejectsFolder() {
        Path folder = rejects.orElse(HOME.resolve("afgewezen")).toAbsolutePath();
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new Refusal(ExitCode.FAILED, "import.no-folder", folder);
        }
    }

    private int say(ImportOutcome.Imported imported) {
        console.say(
                imported.already() ? "import.already" : "import.done",
                imported.file(),
                imported.read(),
                imported.accepted(),
                imported.added(),
                imported.changed(),
                imported.rejected());
        imported.firstRejects().stream().limit(REJECTS_SHOWN).forEach(this::say);
        if (imported.rejected() > REJECTS_SHOWN) {
            console.say("import.more", imported.rejected() - REJECTS_SHOWN);
        }
        imported.rejectsFile().ifPresent(file -> console.say("import.rejects-file", file));
        if (!imported.unusedColumns().isEmpty()) {
            console.say("import.unused", String.join(", ", imported.unusedColumns()));
        }
        return imported.rejected() > 0 ? ExitCode.FOUND : ExitCode.OK;
    }

    private void say(ImportOutcome.RejectedRow row) {
        row.problems()
                .forEach(problem -> console.say(
                        "import.reject",
                        row.number(),
                        problem.column(),
                        CellText.shown(problem.value()),
                        problem.reason().in(console.texts().locale())));
    }

    /** Postcodes before people, because people live somewhere. */
    private List<Path> inOrder(Importing importing) {
        record Kind(Path file, int order) {}
        return files.stream()
                .map(file -> new Kind(
                        file, importing.kindOf(file).map(ImportKind::ordinal).orElse(-1)))
                .sorted(Comparator.comparingInt(Kind::order))
                .map(Kind::file)
                .toList();
    }

    private OrganisationId organisation(Organisations organisations, SampleOrganisation sample) {
        List<Organisations.Organisation> all = organisations.list();
        if (organisation.isPresent()) {
            return organisations
                    .find(organisation.get())
                    .map(Organisations.Organisation::id)
                    .orElseThrow(() -> new Refusal(
                            ExitCode.FAILED, "import.unknown-organisation", organisation.get(), names(all)));
        }
        if (all.isEmpty()) {
            console.tell("import.founded", SampleOrganisation.NAME);
            return sample.found(SampleOrganisation.NAME);
        }
        if (all.size() > 1) {
            throw new Refusal(ExitCode.USAGE, "import.which-organisation", names(all));
        }
        return all.getFirst().id();
    }

    private static String names(List<Organisations.Organisation> all) {
        return all.stream().map(Organisations.Organisation::name).collect(Collectors.joining(", "));
    }

    /** A refused file weighs more than a refused row. */
    private static int worse(int one, int other) {
        return one == ExitCode.FAILED || other == ExitCode.FAILED ? ExitCode.FAILED : Math.max(one, other);
    }
}
