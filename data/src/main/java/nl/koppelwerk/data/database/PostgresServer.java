package nl.koppelwerk.data.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import nl.koppelwerk.data.database.PostgresProcess.Postmaster;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL in a folder of the application. All processes that use the folder share one server: the first starts it, or
 * takes over the one that a killed process left behind; one that dies is started again; the last one out stops it.
 */
final class PostgresServer implements AutoCloseable {
    static final String SUPERUSER = "postgres";
    private static final Logger log = LoggerFactory.getLogger(PostgresServer.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final Object ONE_START_AT_A_TIME = new Object();

    private final Path folder;
    private final PostgresProcess process;
    private final String password;
    private final Share share;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("postgres-watch").factory());
    private volatile int port;
    private boolean closed;

    private PostgresServer(Path folder, PostgresProcess process, String password, Share share) {
        this.folder = folder;
        this.process = process;
        this.password = password;
        this.share = share;
    }

    /**
     * The server of this folder, running. With no server there yet it makes one.
     *
     * @param programsIn where the programs are unpacked
     * @param durable whether commits survive a power cut
     * @throws IOException when PostgreSQL does not start; the message names the log
     */
    static PostgresServer open(Path folder, Path programsIn, boolean durable) throws IOException {
        Path home = folder.toAbsolutePath().normalize();
        Folders.createPrivate(home);
        Files.createDirectories(programsIn);
        synchronized (ONE_START_AT_A_TIME) {
            try (FileChannel starting = lockFile(home.resolve("starting.lock"));
                    FileLock alone = starting.lock()) {
                assert alone.isValid();
                Path programs = PostgresBinaries.unpackedIn(programsIn.toAbsolutePath());
                PostgresProcess process =
                        new PostgresProcess(programs, home.resolve("data"), home.resolve("server.log"));
                PostgresServer server =
                        new PostgresServer(home, process, password(home), Share.join(home.resolve("users.lock")));
                server.runOrLeave(durable);
                server.watch(durable);
                return server;
            }
        }
    }

    Access access(String database) {
        return new Access(url(database), SUPERUSER, password);
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    int port() {
        return port;
    }

    /** Leaves the server; stops it when nobody else uses it. */
    @Override
    public void close() throws IOException {
        synchronized (ONE_START_AT_A_TIME) {
            if (!closed) {
                closed = true;
                watch.shutdownNow();
                try (FileChannel starting = lockFile(folder.resolve("starting.lock"));
                        FileLock alone = starting.lock()) {
                    assert alone.isValid();
                    if (share.leave() && process.postmaster().isPresent()) {
                        process.stop();
                    }
                }
            }
        }
    }

    private void runOrLeave(boolean durable) throws IOException {
        boolean runs = false;
        try {
            run(durable);
            runs = true;
        } finally {
            if (!runs) {
                share.leave();
            }
        }
    }

    private void run(boolean durable) throws IOException {
        if (!Files.exists(folder.resolve("data/PG_VERSION"))) {
            process.initialise(folder.resolve("password"), durable);
        }
        if (!adopted()) {
            start(durable);
        }
    }

    /** Whether a server runs here already; waits while it is still recovering or still on its way out. */
    private boolean adopted() throws IOException {
        for (int attempt = 0; attempt < 600; attempt++) {
            Optional<Postmaster> running = process.postmaster();
            if (running.isEmpty()) {
                return false;
            }
            port = running.get().port();
            if (answers(port)) {
                return true;
            }
            pause();
        }
        throw new IOException("the PostgreSQL that runs on " + folder + " does not answer on port " + port);
    }

    private void watch(boolean durable) {
        watch.scheduleWithFixedDelay(
                () -> startAgainIfDead(durable),
                BETWEEN_LOOKS.toMillis(),
                BETWEEN_LOOKS.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** Nobody else would; at the same port, because that is where everybody who uses it looks. */
    private void startAgainIfDead(boolean durable) {
        try {
            synchronized (ONE_START_AT_A_TIME) {
                if (!closed && process.postmaster().isEmpty()) {
                    try (FileChannel starting = lockFile(folder.resolve("starting.lock"));
                            FileLock alone = starting.lock()) {
                        assert alone.isValid();
                        if (!adopted()) {
                            log.warn("PostgreSQL on {} died; it is started again", folder);
                            startAt(port, durable);
                        }
                    }
                }
            }
        } catch (IOException e) {
            log.error("PostgreSQL on {} is dead and does not start", folder, e);
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for PostgreSQL", e);
        }
    }

    private void start(boolean durable) throws IOException {
        startAt(freePort(rememberedPort()), durable);
    }

    private void startAt(int chosen, boolean durable) throws IOException {
        process.forgetStalePostmaster();
        port = chosen;
        Files.writeString(folder.resolve("data/koppelwerk.conf"), settings(durable));
        process.start();
    }

    private String settings(boolean durable) {
        String safety = durable ? "on" : "off";
        return """
                # Written at every start.
                listen_addresses = '127.0.0.1'
                unix_socket_directories = ''
                port = %d
                fsync = %s
                full_page_writes = %s
                synchronous_commit = %s
                jit = off
                timezone = 'Europe/Amsterdam'
                # Rows hold personal data: the log gets neither values nor statements.
                log_checkpoints = off
                log_error_verbosity = terse
                log_min_error_statement = panic
                log_parameter_max_length_on_error = 0
                """.formatted(port, safety, safety, safety);
    }

    private boolean answers(int candidate) {
        Access there = new Access("jdbc:postgresql://127.0.0.1:" + candidate + "/postgres", SUPERUSER, password);
        try (Connection connection = there.connect()) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    private int rememberedPort() throws IOException {
        Path settings = folder.resolve("data/koppelwerk.conf");
        if (!Files.exists(settings)) {
            return 0;
        }
        return Files.readAllLines(settings).stream()
                .filter(line -> line.startsWith("port = "))
                .mapToInt(line -> Integer.parseInt(line.substring("port = ".length())))
                .findFirst()
                .orElse(0);
    }

    private static int freePort(int preferred) throws IOException {
        try (ServerSocket socket = new ServerSocket(preferred, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            if (preferred == 0) {
                throw e;
            }
            return freePort(0);
        }
    }

    private static String password(Path home) throws IOException {
        Path file = home.resolve("password");
        if (!Files.exists(file)) {
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            Path unfinished = home.resolve("password.unfinished");
            Files.deleteIfExists(unfinished);
            Folders.writePrivate(unfinished, HexFormat.of().formatHex(random));
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file).strip();
    }

    private static FileChannel lockFile(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }
}
