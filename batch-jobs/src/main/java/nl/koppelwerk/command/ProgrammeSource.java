package nl.koppelwerk.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.koppelwerk.data.programme.Problem;
import nl.koppelwerk.data.programme.ProgrammeFile;
import nl.koppelwerk.data.programme.ProgrammeReading;
import nl.koppelwerk.data.programme.ShippedProgrammes;

/** Finds what somebody means by a programme on the command line: a code that comes with the software, a file, or a folder. */
final class ProgrammeSource {
    private final Console console;

    ProgrammeSource(Console console) {
        this.console = console;
    }

    /** The one programme that is meant. */
    ProgrammeReading.Good one(String named) {
        List<ProgrammeReading> read = read(named);
        if (read.size() != 1) {
            throw new Refusal(ExitCode.USAGE, "programme.one", named, read.size());
        }
        return switch (read.getFirst()) {
            case ProgrammeReading.Good good -> good;
            case ProgrammeReading.Wrong wrong -> {
                say(wrong);
                throw new Refusal(ExitCode.FAILED, "programme.wrong", named);
            }
        };
    }

    /** Every programme of a folder, or the one that is named. */
    List<ProgrammeReading> read(String named) {
        Path path = Path.of(named);
        try {
            if (Files.isDirectory(path)) {
                return folder(path);
            }
            if (Files.isRegularFile(path)) {
                return List.of(file(path));
            }
        } catch (IOException e) {
            throw new Refusal(ExitCode.FAILED, "programme.unreadable", named);
        }
        Optional<ShippedProgrammes.Shipped> shipped = ShippedProgrammes.find(named);
        return List.of(shipped.map(file -> ProgrammeReading.of(file.name(), file.text()))
                .orElseThrow(() -> new Refusal(ExitCode.FAILED, "programme.none", named)));
    }

    private List<ProgrammeReading> folder(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<ProgrammeReading> read = files.filter(file -> file.toString().matches(".*\\.ya?ml"))
                    .sorted()
                    .map(this::file)
                    .toList();
            if (read.isEmpty()) {
                throw new Refusal(ExitCode.FAILED, "programme.empty-folder", folder);
            }
            return read;
        }
    }

    private ProgrammeReading file(Path file) {
        try {
            if (Files.size(file) > 4L * ProgrammeReading.MOST_CHARACTERS) {
                throw new Refusal(ExitCode.FAILED, "programme.unreadable", file);
            }
            return ProgrammeReading.of(String.valueOf(file.getFileName()), Files.readString(file));
        } catch (IOException e) {
            throw new Refusal(ExitCode.FAILED, "programme.unreadable", file);
        }
    }

    void say(ProgrammeReading.Wrong wrong) {
        for (Problem problem : wrong.problems()) {
            console.err().println(problem.in(console.texts().locale()));
        }
    }

    /** What the software brings along can be read: a test sees to that. */
    ProgrammeFile file(ProgrammeReading reading) {
        return switch (reading) {
            case ProgrammeReading.Good good -> good.file();
            case ProgrammeReading.Wrong wrong ->
                throw new IllegalStateException("the software's own programme: " + wrong);
        };
    }
}
