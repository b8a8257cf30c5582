package nl.koppelwerk.trust.abuse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.springframework.util.FileSystemUtils;

/** The demonstration as a process of its own in an empty folder, that says in its log all that it can. */
final class Demonstration implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final Path home;
    private final Process process;
    private final int port;
    private final int management;

    private Demonstration(Path home, Process process, int port, int management) {
        this.home = home;
        this.process = process;
        this.port = port;
        this.management = management;
    }

    static Demonstration start() {
        try {
            Path home = Files.createTempDirectory("koppelwerk-canaries-");
            int port = free();
            int management = free();
            Process process = java(
                            home,
                            Map.of(
                                    "SERVER_PORT",
                                    String.valueOf(port),
                                    "MANAGEMENT_SERVER_PORT",
                                    String.valueOf(management),
                                    "LOGGING_LEVEL_ROOT",
                                    "debug"),
                            "demo")
                    .start();
            Demonstration started = new Demonstration(home, process, port, management);
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> started.said().contains("vrijwilliger@") || !process.isAlive());
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProcessBuilder java(Path home, Map<String, String> environment, String... words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "-Dkoppelwerk.terminal=false",
                "-cp",
                System.getProperty("java.class.path"),
                "nl.koppelwerk.Koppelwerk"));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("said-" + words[0] + ".txt").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("KOPPELWERK_"));
        builder.environment().putAll(environment);
        return builder;
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    String said() {
        try {
            return Files.readString(home.resolve("said-demo.txt"));
        } catch (IOException e) {
            return "";
        }
    }

    Path home() {
        return home;
    }

    Path database() {
        return home.resolve(".koppelwerk").resolve("postgres");
    }

    String site() {
        return "http://127.0.0.1:" + port;
    }

    String management() {
        return "http://127.0.0.1:" + management;
    }

    /** All processes that belong to it, PostgreSQL's too. */
    List<ProcessHandle> processes() {
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        return all;
    }

    /** A backup of it as it runs. */
    Path backup() {
        try {
            Process backup = java(home, Map.of(), "backup", "kept.zip").start();
            if (!backup.waitFor(5, TimeUnit.MINUTES)) {
                backup.destroy();
            }
            return home.resolve("kept.zip");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            FileSystemUtils.deleteRecursively(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
