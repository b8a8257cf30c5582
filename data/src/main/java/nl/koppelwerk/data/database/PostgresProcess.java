package nl.koppelwerk.data.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs PostgreSQL's own programs on one data folder. PostgreSQL refuses to run as root; a root user is put into a user
 * namespace of its own, where it is nobody.
 */
final class PostgresProcess {
    private static final int MOST_ATTEMPTS = 120;
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(500);

    private final Path programs;
    private final Path data;
    private final Path output;

    PostgresProcess(Path programs, Path data, Path output) {
        this.programs = programs;
        this.data = data;
        this.output = output;
    }

    /** What the running server says of itself in its data folder. */
    record Postmaster(long processId, int port) {}

    void initialise(Path passwordFile, boolean durable) throws IOException {
        Path unfinished = data.resolveSibling(data.getFileName() + ".unfinished");
        Folders.delete(unfinished);
        List<String> options = new ArrayList<>(List.of(
                "--pgdata=" + unfinished,
                "--username=" + PostgresServer.SUPERUSER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--no-instructions"));
        if (!durable) {
            options.add("--no-sync");
        }
        run("initdb", options);
        Files.writeString(
                unfinished.resolve("postgresql.conf"),
                Files.readString(unfinished.resolve("postgresql.conf")) + "\ninclude 'koppelwerk.conf'\n");
        Files.move(unfinished, data);
    }

    /** Waits for what a server that was killed left at work on the same data: only one may write there. */
    void start() throws IOException {
        for (int attempt = 1; ; attempt++) {
            long saidBefore = Files.exists(output) ? Files.size(output) : 0;
            try {
                run(
                        "pg_ctl",
                        List.of("start", "--pgdata=" + data, "--log=" + output, "--wait", "--timeout=60", "--silent"));
                return;
            } catch (IOException e) {
                if (attempt == MOST_ATTEMPTS || !isStillInUse(saidBefore)) {
                    throw e;
                }
                pause(e);
            }
        }
    }

    private boolean isStillInUse(long since) throws IOException {
        try (InputStream said = Files.newInputStream(output)) {
            said.skipNBytes(since);
            return new String(said.readAllBytes(), StandardCharsets.UTF_8).contains("shared memory block");
        }
    }

    private static void pause(IOException reason) throws IOException {
        try {
            Thread.sleep(BETWEEN_ATTEMPTS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw reason;
        }
    }

    void stop() throws IOException {
        run("pg_ctl", List.of("stop", "--pgdata=" + data, "--mode=fast", "--wait", "--timeout=60", "--silent"));
    }

    /** The server that runs on the data folder, or ran on it when the machine stopped. */
    Optional<Postmaster> postmaster() throws IOException {
        Path file = data.resolve("postmaster.pid");
        List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
        if (lines.size() < 4 || lines.get(3).isBlank()) {
            return Optional.empty();
        }
        Postmaster found = new Postmaster(
                Long.parseLong(lines.get(0).strip()),
                Integer.parseInt(lines.get(3).strip()));
        return alive(found) ? Optional.of(found) : Optional.empty();
    }

    /** After a crash of the machine the number of the dead server can be another program's, which would keep ours out. */
    void forgetStalePostmaster() throws IOException {
        if (postmaster().isEmpty()) {
            Files.deleteIfExists(data.resolve("postmaster.pid"));
        }
    }

    private static boolean alive(Postmaster postmaster) {
        return ProcessHandle.of(postmaster.processId())
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .command()
                        .map(name -> name.contains("postgres"))
                        .orElse(true))
                .isPresent();
    }

    private void run(String program, List<String> options) throws IOException {
        List<String> command = new ArrayList<>();
        if (runsAsRoot()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(programs.resolve("bin").resolve(program).toString());
        command.addAll(options);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        int exit = waitFor(builder.start());
        if (exit != 0) {
            throw new IOException(program + " on " + data + " failed with code " + exit + "; " + output + " says why"
                    + (runsAsRoot() ? " (as root it needs permission to make a user namespace: unshare -U)" : ""));
        }
    }

    private boolean runsAsRoot() throws IOException {
        Path folder = output.toAbsolutePath().getParent();
        return Files.getFileStore(folder).supportsFileAttributeView("unix")
                && "root".equals(System.getProperty("user.name"));
    }

    private static int waitFor(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for PostgreSQL", e);
        }
    }
}
