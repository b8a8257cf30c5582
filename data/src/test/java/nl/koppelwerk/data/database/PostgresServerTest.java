package nl.koppelwerk.data.database;

import static nl.koppelwerk.data.database.TestServer.PROGRAMS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A server of its own, started and stopped for real, beside other processes that are killed. */
class PostgresServerTest {
    private static Path fresh = Path.of("not made yet");
    private Path folder = Path.of("not made yet");

    /** A new database takes seconds to make, a copy of one does not. */
    @BeforeAll
    static void makeOne(@TempDir Path temporary) throws IOException {
        fresh = temporary.resolve("fresh");
        Database.open(DatabaseSettings.embedded(fresh), PROGRAMS).close();
    }

    @BeforeEach
    void copyIt() throws IOException {
        folder = Files.createTempDirectory("koppelwerk-server-");
        List<Path> all;
        try (Stream<Path> walk = Files.walk(fresh)) {
            all = walk.skip(1).toList();
        }
        for (Path path : all) {
            Files.copy(path, folder.resolve(fresh.relativize(path)), StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    @AfterEach
    void deleteFolder() throws IOException {
        assertThat(serverRuns()).as("a server left behind").isFalse();
        Folders.delete(folder);
    }

    @Test
    void whatWasWrittenIsThereAfterARestartAndAfterTheApplicationWasKilled() throws IOException, InterruptedException {
        Process killed = neighbour();
        long server = serverProcess();
        killed.destroyForcibly().waitFor();

        assertThat(serverRuns()).as("the server outlives a killed application").isTrue();
        try (Database adopted = open()) {
            assertThat(serverProcess()).isEqualTo(server);
            write(adopted, "Schiedam");
        }
        assertThat(serverRuns()).as("the last one out stops the server").isFalse();

        try (Database again = open()) {
            assertThat(read(again)).containsExactly("Schiedam");
        }
    }

    @Test
    void twoProcessesShareOneServerAndTheLastOneOutStopsIt() throws IOException, InterruptedException {
        Process first = neighbour();
        try (Database second = open()) {
            long server = serverProcess();

            end(first);

            assertThat(serverProcess()).isEqualTo(server);
            write(second, "Vlaardingen");
            assertThat(read(second)).containsExactly("Vlaardingen");
        }
        assertThat(serverRuns()).isFalse();
    }

    @Test
    void twoPartsOfOneProcessShareOneServerToo() throws IOException {
        Database first = open();
        try (Database second = open()) {
            first.close();
            first.close();

            write(second, "Maassluis");
            assertThat(read(second)).containsExactly("Maassluis");
        }
        assertThat(serverRuns()).isFalse();
    }

    @Test
    void theServerIsSafeAndShutOff() throws IOException {
        try (PostgresServer server = PostgresServer.open(folder, PROGRAMS, true)) {
            Access superuser = server.access("postgres");
            Map<String, String> settings = JdbcClient.create(
                            new DriverManagerDataSource(superuser.url(), superuser.username(), superuser.password()))
                    .sql("select name, setting from pg_settings")
                    .query((row, number) -> Map.entry(row.getString("name"), row.getString("setting")))
                    .list()
                    .stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

            assertThat(settings)
                    .containsEntry("fsync", "on")
                    .containsEntry("full_page_writes", "on")
                    .containsEntry("synchronous_commit", "on")
                    .containsEntry("data_checksums", "on")
                    .containsEntry("listen_addresses", "127.0.0.1")
                    .containsEntry("unix_socket_directories", "")
                    .containsEntry("server_encoding", "UTF8");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("password"))))
                    .isEqualTo("rw-------");
            assertThat(Files.readString(folder.resolve("data/pg_hba.conf")).lines())
                    .filteredOn(line -> !line.isBlank() && !line.startsWith("#"))
                    .allMatch(line -> line.endsWith("scram-sha-256"));
        }
    }

    @Test
    void anotherPostgresIsUsedWithARuntimeRoleMadeByItsOwner() throws IOException {
        try (PostgresServer other = PostgresServer.open(folder, PROGRAMS, false)) {
            Access owner = other.access("postgres");
            DatabaseSettings settings = new DatabaseSettings(
                    folder.resolve("only for keys"),
                    true,
                    Optional.of(owner.url()),
                    owner.username(),
                    owner.password(),
                    "town_app",
                    Optional.of("a 'quoted' password"),
                    3);

            try (Database database = Database.open(settings)) {
                write(database, "Delft");

                assertThat(read(database)).containsExactly("Delft");
                assertThat(JdbcClient.create(database.dataSource())
                                .sql("select current_user")
                                .query((row, number) -> row.getString(1))
                                .single())
                        .isEqualTo("town_app");
            }
        }
    }

    @Test
    void aServerThatIsKilledComesBackWithoutAHandAndWithWhatWasWritten() throws IOException {
        try (Database database = open()) {
            write(database, "Brielle");
            long before = serverProcess();

            ProcessHandle.of(before).orElseThrow().destroyForcibly();

            await(() -> serverProcessIfAny().stream().anyMatch(process -> process != before));
            write(database, "Hellevoetsluis");
            assertThat(read(database)).containsExactly("Brielle", "Hellevoetsluis");
        }
        assertThat(serverRuns()).isFalse();
    }

    @Test
    void whatADeadServerLeftAtWorkIsWaitedFor() throws Exception {
        PostgresServer killed = PostgresServer.open(folder, PROGRAMS, true);
        try (Connection connection = killed.access("postgres").connect();
                Statement busy = connection.createStatement()) {
            Thread query = Thread.ofVirtual().start(() -> keepBusy(busy));
            await(() -> isBusy(killed));

            ProcessHandle postmaster = ProcessHandle.of(serverProcess()).orElseThrow();
            postmaster.destroyForcibly();
            postmaster.onExit().join();
            try (Database database = open()) {
                write(database, "Rhoon");
                assertThat(read(database)).containsExactly("Rhoon");
            }
            query.join();
        }
        killed.close();
        assertThat(serverRuns()).isFalse();
    }

    @Test
    void threeThatStartAtOnceMakeOneDatabase() throws Exception {
        try (PostgresServer server = PostgresServer.open(folder, PROGRAMS, false)) {
            try (Connection connection = server.access("postgres").connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("drop database koppelwerk");
                statement.execute("drop role koppelwerk_app");
                statement.execute("drop role koppelwerk_owner");
            }
            CyclicBarrier together = new CyclicBarrier(3);
            List<CompletableFuture<Database>> openings = IntStream.range(0, 3)
                    .mapToObj(number -> CompletableFuture.supplyAsync(
                            () -> {
                                pass(together);
                                return open();
                            },
                            task -> Thread.ofPlatform().start(task)))
                    .toList();

            for (CompletableFuture<Database> opening : openings) {
                try (Database database = opening.get()) {
                    write(database, "Ridderkerk " + openings.indexOf(opening));
                }
            }
        }
    }

    private static void keepBusy(Statement statement) {
        try {
            statement.execute("select count(*) from generate_series(1, 12000000)");
        } catch (SQLException e) {
            // its server was killed
        }
    }

    private static void pass(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isBusy(PostgresServer server) {
        Access superuser = server.access("postgres");
        return JdbcClient.create(new DriverManagerDataSource(
                                superuser.url(), superuser.username(), superuser.password()))
                        .sql("select count(*) from pg_stat_activity where state = 'active' and query like '%series%'")
                        .query(Integer.class)
                        .single()
                > 1;
    }

    private interface Condition {
        boolean holds() throws IOException;
    }

    private static void await(Condition condition) throws IOException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("waited long enough").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private Database open() {
        return Database.open(DatabaseSettings.embedded(folder), PROGRAMS);
    }

    private Process neighbour() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Neighbour.class.getName(),
                        folder.toString())
                .redirectError(folder.resolve("neighbour.log").toFile())
                .start();
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("open ")) {
                return process;
            }
        }
        throw new AssertionError("the other process ended: " + Files.readString(folder.resolve("neighbour.log")));
    }

    private static void end(Process process) throws IOException, InterruptedException {
        process.getOutputStream().close();
        assertThat(process.waitFor()).isZero();
    }

    private long serverProcess() throws IOException {
        return serverProcessIfAny().orElseThrow();
    }

    private boolean serverRuns() throws IOException {
        return serverProcessIfAny().stream()
                .anyMatch(process -> ProcessHandle.of(process).isPresent());
    }

    /** A server that starts or ends may have no file yet, or none any more, or one that is still empty. */
    private OptionalLong serverProcessIfAny() throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve("data/postmaster.pid"))) {
            return lines.limit(1).mapToLong(Long::parseLong).findFirst();
        } catch (NoSuchFileException e) {
            return OptionalLong.empty();
        }
    }

    private static void write(Database database, String municipality) {
        JdbcClient.create(database.dataSource())
                .sql("insert into municipality (name) values (:name)")
                .param("name", municipality)
                .update();
    }

    private static List<String> read(Database database) {
        return JdbcClient.create(database.dataSource())
                .sql("select name from municipality")
                .query((row, number) -> row.getString("name"))
                .list();
    }
}
