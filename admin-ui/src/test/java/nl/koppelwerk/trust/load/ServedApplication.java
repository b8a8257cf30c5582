package nl.koppelwerk.trust.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** {@code koppelwerk serve} as a process of its own on two cores, on a folder that is there already. */
final class ServedApplication implements AutoCloseable {
    private static final Pattern PAUSE = Pattern.compile("Pause .* ([0-9.]+)ms");
    private static final int CORES = 2;

    private final Process process;
    private final Path folder;
    private final int port;

    private ServedApplication(Process process, Path folder, int port) {
        this.process = process;
        this.folder = folder;
        this.port = port;
    }

    /** @param javaOptions more options for its Java, such as a flight recording */
    static ServedApplication start(Path folder, List<String> javaOptions) {
        try {
            int port = freePort();
            List<String> command = new ArrayList<>();
            if (Runtime.getRuntime().availableProcessors() > CORES && Files.exists(Path.of("/usr/bin/taskset"))) {
                command.addAll(List.of("/usr/bin/taskset", "-c", "0-" + (CORES - 1)));
            }
            command.addAll(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--enable-native-access=ALL-UNNAMED",
                    "-XX:+UseCompactObjectHeaders",
                    "-XX:ActiveProcessorCount=" + CORES,
                    "-Djava.awt.headless=true",
                    "-Xlog:gc:file=" + folder.resolve("gc.log")));
            command.addAll(javaOptions);
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), "nl.koppelwerk.Koppelwerk", "serve"));
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("said.txt").toFile());
            settings(folder).forEach(builder.environment()::put);
            builder.environment().put("SERVER_PORT", String.valueOf(port));
            ServedApplication started = new ServedApplication(builder.start(), folder, port);
            started.awaitReady();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the application and the city of the same folder are started with. */
    static Map<String, String> settings(Path folder) {
        return Map.of(
                "KOPPELWERK_HOME", folder.toString(),
                "KOPPELWERK_DATABASE_FOLDER", folder.resolve("postgres").toString(),
                "KOPPELWERK_MAIL_FOLDER", folder.resolve("mail").toString(),
                "KOPPELWERK_MAIL_EVERY", "1s",
                "KOPPELWERK_AUDIT_FOLDER", folder.resolve("audit").toString(),
                "KOPPELWERK_NIGHTLY_CATCHUP", "false");
    }

    private void awaitReady() {
        Path said = folder.resolve("said.txt");
        Awaitility.await().atMost(Duration.ofMinutes(5)).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("the application does not start: " + Files.readString(said));
            }
            return Files.readString(said).contains("http://");
        });
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Of the application since it began. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    Duration databaseCpu() {
        return databaseCpu(folder);
    }

    /** Of PostgreSQL with its servers that are there now. */
    static Duration databaseCpu(Path folder) {
        Path pid = folder.resolve("postgres/data/postmaster.pid");
        try {
            long postmaster = Long.parseLong(Files.readAllLines(pid).getFirst().strip());
            return ProcessHandle.of(postmaster).stream()
                    .flatMap(one -> Stream.concat(Stream.of(one), one.descendants()))
                    .flatMap(one -> one.info().totalCpuDuration().stream())
                    .reduce(Duration.ZERO, Duration::plus);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How long everybody waited for the garbage collector, in milliseconds each time. */
    List<Double> pauses() {
        try {
            return Files.readAllLines(folder.resolve("gc.log")).stream()
                    .map(PAUSE::matcher)
                    .filter(Matcher::find)
                    .map(found -> Double.parseDouble(found.group(1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
