package nl.koppelwerk.trust.abuse;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.koppelwerk.data.cost.PriceFile;
import nl.koppelwerk.data.format.FileLimits;
import nl.koppelwerk.data.format.WrongFileException;
import nl.koppelwerk.data.imports.Importing;
import nl.koppelwerk.data.monitor.SheetFile;
import nl.koppelwerk.data.programme.ProgrammeReading;
import nl.koppelwerk.data.referral.Directory;
import nl.koppelwerk.data.referral.Hsds;
import nl.koppelwerk.data.referral.KeptServices;
import nl.koppelwerk.format.AssignmentProblem;
import nl.koppelwerk.format.Direction;
import nl.koppelwerk.format.MalformedFileException;
import nl.koppelwerk.format.ProblemJson;
import nl.koppelwerk.problem.InvalidProblemException;

/**
 * Something that reads files of others.
 *
 * @param good a file that is right, to begin with
 * @param refusals what it says of a file that is not; anything else is a failure
 */
record Parser(String name, String suffix, byte[] good, Reading reading, List<Class<? extends Throwable>> refusals) {
    /** Reads one file, to the end. */
    interface Reading {
        void read(Path file) throws Exception;
    }

    /** What went wrong with a file besides its being refused. */
    Optional<Throwable> tried(Path file, Patience patience) {
        return patience.thrown(() -> {
                    reading.read(file);
                    return file;
                })
                .filter(thrown -> refusals.stream().noneMatch(refusal -> refusal.isInstance(thrown)));
    }

    static List<Parser> all(Grounds grounds, Path folder) throws IOException {
        List<Class<? extends Throwable>> wrongFile = List.of(WrongFileException.class);
        List<Class<? extends Throwable>> malformed =
                List.of(MalformedFileException.class, InvalidProblemException.class, MalformedInputException.class);
        return List.of(
                new Parser("import", ".csv", families(), imports(grounds, folder), List.of()),
                new Parser("import", ".xlsx", families(), imports(grounds, folder), List.of()),
                new Parser("prices", ".csv", bytes(PRICES), file -> PriceFile.read(file, name(file)), wrongFile),
                new Parser("sheets", ".csv", bytes(SHEETS), file -> SheetFile.read(file, name(file)), wrongFile),
                new Parser("programme", ".yaml", shipped(), Parser::programme, List.of(MalformedInputException.class)),
                new Parser(
                        "services",
                        ".json",
                        resource(Hsds.class, "services.json"),
                        file -> services(grounds, file),
                        List.of(MalformedInputException.class)),
                new Parser("problem", ".json", problem(), Parser::problem, malformed),
                new Parser(
                        "gap",
                        ".txt",
                        bytes("1\n 2 3\n 1 2 3\n 4 5 6\n 1 1 1\n 2 2 2\n 3 3\n"),
                        Parser::gap,
                        malformed),
                new Parser("lap", ".txt", bytes("3\n1 2 3\n4 5 6\n7 8 9\n"), Parser::lap, malformed));
    }

    private static final String PRICES = """
            product;eenheid;prijs;jaar;bron;vindplaats;wet
            45A05;uur;98,40;2026;Tarievenlijst;https://voorbeeld.example;JEUGDWET
            """;

    private static final String SHEETS = """
            sheet;programme;buddy_now_h;score_social
            A-1;VVS;1,5;4
            A-2;VVS;2;3
            """;

    private static Reading imports(Grounds grounds, Path folder) {
        Importing importing = new Importing(
                grounds.database().jdbc(),
                grounds.database().scope(),
                Clock.fixed(Instant.parse("2026-11-21T09:30:00Z"), ZoneId.of("Europe/Amsterdam")),
                new FileLimits(64L << 20, 256L << 20, 64L << 20));
        return file ->
                importing.importFile(grounds.objects().own, new Importing.Offer(file, name(file), folder), rows -> {});
    }

    private static void programme(Path file) throws IOException {
        if (ProgrammeReading.of(name(file), Files.readString(file)) instanceof ProgrammeReading.Wrong wrong) {
            wrong.problems().forEach(problem -> problem.in(Locale.ENGLISH));
        }
    }

    private static void services(Grounds grounds, Path file) throws IOException {
        switch (Hsds.read(name(file), Files.readString(file))) {
            case Directory.Read read -> {
                KeptServices kept = new KeptServices(grounds.database().jdbc(), Clock.systemUTC());
                grounds.database().scope().inside(grounds.objects().other, () -> {
                    kept.preview(read);
                    kept.save(grounds.objects().other, read);
                    kept.services();
                });
            }
            case Directory.Wrong wrong -> wrong.problems().forEach(problem -> problem.in(Locale.ENGLISH));
        }
    }

    private static void problem(Path file) throws IOException {
        try (var stream = Files.newInputStream(file)) {
            ProblemJson.readProblem(stream);
        }
    }

    private static void gap(Path file) throws IOException {
        AssignmentProblem.readGeneralised(Files.readString(file), Direction.MINIMISE)
                .forEach(AssignmentProblem::toProblem);
    }

    private static void lap(Path file) throws IOException {
        AssignmentProblem.readLinear(Files.readString(file), Direction.MINIMISE).toProblem();
    }

    private static byte[] families() throws IOException {
        return bytes(Files.readString(sample()).lines().limit(12).reduce("", (text, line) -> text + line + "\n"));
    }

    /** The command begins in the folder at the top, tests in that of their module. */
    private static Path sample() {
        Path here = Path.of("data", "sample", "gezinnen.csv");
        return Files.exists(here) ? here : Path.of("..").resolve(here);
    }

    private static byte[] shipped() throws IOException {
        return resource(ProgrammeReading.class, "shipped/BB.yaml");
    }

    private static byte[] problem() {
        AssignmentProblem small = AssignmentProblem.readLinear("3\n1 2 3\n4 5 6\n7 8 9\n", Direction.MINIMISE);
        java.io.ByteArrayOutputStream json = new java.io.ByteArrayOutputStream();
        ProblemJson.write(small.toProblem(), json);
        return json.toByteArray();
    }

    private static byte[] resource(Class<?> beside, String name) throws IOException {
        try (var stream = java.util.Objects.requireNonNull(beside.getResourceAsStream(name), name)) {
            return stream.readAllBytes();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
