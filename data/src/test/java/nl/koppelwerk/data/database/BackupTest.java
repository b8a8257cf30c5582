package nl.koppelwerk.data.database;

import static nl.koppelwerk.data.database.TestServer.PROGRAMS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import nl.koppelwerk.data.cipher.Cell;
import nl.koppelwerk.data.cipher.Clear;
import nl.koppelwerk.data.database.BackupRefusal.Reason;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Databases in folders of their own, for real: what was kept is put back, what is wrong leaves nothing. */
class BackupTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-17T09:30:00Z"), ZoneOffset.UTC);
    private static final OrganisationId OURS =
            new OrganisationId(UUID.fromString("00000000-0000-0000-0000-000000000001"));
    private static final String DIFFICULT = "tab\t, regel\n, \\N, \"aanhaling\", é 😀 \\. en \\\\";

    /** A server without a database; a new one takes seconds to make, a copy does not. */
    private static Path empty = Path.of("not made yet");

    private static Path backup = Path.of("not made yet");
    private static Backup.Contents kept = new Backup.Contents(0, Instant.EPOCH, "", "", List.of(), Map.of());

    @BeforeAll
    static void keepOne(@TempDir Path temporary) throws IOException {
        empty = temporary.resolve("empty");
        PostgresServer.open(empty, PROGRAMS, false).close();
        DatabaseSettings full = settings(copyOf(empty, temporary.resolve("full")));
        try (Database database = Database.open(full, PROGRAMS)) {
            fill(database);
            backup = temporary.resolve("kept.zip");
            kept = Backup.write(full, backup, CLOCK, PROGRAMS);
        }
    }

    @Test
    void whatWasPutBackIsTheSameAndGoesOnCounting(@TempDir Path temporary) throws IOException {
        DatabaseSettings here = settings(copyOf(empty, temporary.resolve("here")));

        assertThat(Restore.read(here, backup, false, PROGRAMS)).isEqualTo(kept);

        Backup.Contents again = Backup.write(here, temporary.resolve("again.zip"), CLOCK, PROGRAMS);
        assertThat(again).isEqualTo(kept);
        assertThat(again.rowsOf("account")).isEqualTo(1);
        try (Database database = Database.open(here, PROGRAMS)) {
            String note = inside(
                    database,
                    jdbc -> jdbc.sql("select detail ->> 'note' from audit_entry")
                            .query(String.class)
                            .single());
            assertThat(note).isEqualTo(DIFFICULT);
            Long next = inside(
                    database,
                    jdbc -> jdbc.sql(AUDIT + " returning number")
                            .param("note", "later")
                            .query(Long.class)
                            .single());
            assertThat(next).isEqualTo(2);
        }
        if (Folders.knowsPermissions(backup)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void anEarlierVersionIsPutBackAndBroughtUpToDate(@TempDir Path temporary) throws IOException, SQLException {
        DatabaseSettings before = settings(copyOf(empty, temporary.resolve("before")));
        Path file = temporary.resolve("before.zip");
        try (PostgresServer server = PostgresServer.open(before.folder(), PROGRAMS, false)) {
            assertThat(Database.make(before, server, "20")).isTrue();
            JdbcClient.create(new DriverManagerDataSource(
                            server.url(Database.NAME),
                            PostgresServer.SUPERUSER,
                            server.access(Database.NAME).password()))
                    .sql("insert into municipality (name) values ('Delft')")
                    .update();
            assertThat(Backup.write(before, file, CLOCK, PROGRAMS).schema()).isEqualTo("20");
        }
        DatabaseSettings here = settings(copyOf(empty, temporary.resolve("here")));

        Restore.read(here, file, false, PROGRAMS);

        try (Database database = Database.open(here, PROGRAMS)) {
            JdbcClient jdbc = JdbcClient.create(database.dataSource());
            assertThat(jdbc.sql("select name from municipality")
                            .query(String.class)
                            .list())
                    .containsExactly("Delft");
            assertThat(jdbc.sql("select count(*) from pg_tables where tablename = 'pairing_ask'")
                            .query(Integer.class)
                            .single())
                    .as("a table that came later")
                    .isOne();
        }
    }

    @Test
    void whatIsNoWholeBackupIsRefusedAndLeavesNothing(@TempDir Path temporary) throws IOException {
        DatabaseSettings here = settings(copyOf(empty, temporary.resolve("here")));
        Path text = Files.writeString(temporary.resolve("text.zip"), "geen zip");

        refused(here, temporary.resolve("nowhere.zip"), Reason.NO_BACKUP, "nowhere.zip");
        refused(here, text, Reason.NO_BACKUP, "text.zip");
        refused(here, changed(temporary, Backup.LIST, list -> null), Reason.NO_BACKUP, ".zip");
        refused(here, changed(temporary, Backup.LIST, list -> "{"), Reason.DAMAGED, Backup.LIST);
        refused(here, changed(temporary, "tables/account.copy", rows -> null), Reason.DAMAGED, "account");
        refused(
                here,
                changed(temporary, "tables/account.copy", rows -> rows.replace("Noor", "Nora")),
                Reason.DAMAGED,
                "account");
        refused(here, changed(temporary, "tables/account.copy", rows -> "too few\n"), Reason.DAMAGED, "account");
        refused(
                here,
                changed(temporary, Backup.LIST, list -> list.replace("\"name\":\"account\"", "\"name\":\"person\"")),
                Reason.DAMAGED,
                "person");
        refused(
                here,
                changed(temporary, Backup.LIST, list -> list.replace("\"format\":1", "\"format\":2")),
                Reason.NEWER,
                ".zip");
        refused(
                here,
                changed(
                        temporary,
                        Backup.LIST,
                        list -> list.replace("\"schema\":\"" + kept.schema() + "\"", "\"schema\":\"9999\"")),
                Reason.NEWER,
                ".zip");

        assertThat(Restore.read(here, backup, false, PROGRAMS))
                .as("the folder is as it was")
                .isEqualTo(kept);
        refused(here, backup, Reason.OCCUPIED, here.folder().toString());
    }

    @Test
    void withoutTheKeyCodeAppsAreSetUpAgainOrNothingIsPutBack(@TempDir Path temporary) {
        DatabaseSettings elsewhere = settings(temporary.resolve("elsewhere"));

        refused(elsewhere, backup, Reason.OTHER_KEY, "password");
        assertThat(elsewhere.folder()).as("no server with a key of its own").doesNotExist();

        Restore.read(elsewhere, backup, true, PROGRAMS);
        assertThat(Backup.write(elsewhere, temporary.resolve("again.zip"), CLOCK, PROGRAMS)
                        .rowsOf("code_app"))
                .isZero();
    }

    @Test
    void withoutTheKeyFileNothingEncryptedIsPutBack(@TempDir Path temporary) throws IOException {
        DatabaseSettings full = settings(copyOf(empty, temporary.resolve("full")));
        Path file = temporary.resolve("encrypted.zip");
        try (Database database = Database.open(full, PROGRAMS)) {
            fill(database);
            inside(
                    database,
                    jdbc -> jdbc.sql("""
                            with town as (insert into municipality (name) values ('Rotterdam') returning name),
                            place as (insert into place (postcode, latitude, longitude, town, municipality)
                                      select 3021, 51.9, 4.4, name, name from town)
                            insert into registration (organisation, id, side, state, name, phone, postcode, languages, day_parts,
                                needs, birth_years, signals, referrer_may_follow, page_language, consent_version, created_at, form)
                            select :id, :id, 'FAMILY', 'WAITING', :name, :phone, 3021, 'tur:C2', 1, '{}', '{}', '{}', false, 'tr',
                                '2026-11', '2026-03-17', sha256('form')
                            """)
                            .param("id", OURS.value())
                            .param("name", Clear.of(Cell.REGISTRATION_NAME, OURS.value(), "Kaya Kanarie"))
                            .param("phone", Clear.of(Cell.REGISTRATION_PHONE, OURS.value(), "0612345678"))
                            .update());
            Backup.write(full, file, CLOCK, PROGRAMS);
        }
        DatabaseSettings here = settings(copyOf(empty, temporary.resolve("here")));

        refused(here, file, Reason.NO_KEYS, "keys");
        try (Database other = Database.open(settings(copyOf(empty, temporary.resolve("other"))), PROGRAMS)) {
            assertThat(other.keyRing().file().exists()).isTrue();
        }
        Files.copy(temporary.resolve("other/keys"), here.keyFile());
        refused(here, file, Reason.NO_KEYS, "keys");

        Files.copy(full.keyFile(), here.keyFile(), StandardCopyOption.REPLACE_EXISTING);
        Restore.read(here, file, false, PROGRAMS);
        try (Database database = Database.open(here, PROGRAMS)) {
            String said = inside(
                    database,
                    jdbc -> jdbc.sql("select name || ' ' || phone from registration")
                            .query(String.class)
                            .single());
            assertThat(said).isEqualTo("Kaya Kanarie 0612345678");
        }
    }

    @Test
    void onlyAnEmbeddedDatabaseThatIsThereIsKeptInAFileThatIsNot(@TempDir Path temporary) throws IOException {
        DatabaseSettings other = new DatabaseSettings(
                empty, false, Optional.of("jdbc:postgresql://db/koppelwerk"), "o", "p", "app", Optional.empty(), 2);
        for (Runnable attempt : List.<Runnable>of(
                () -> Backup.write(other, temporary.resolve("a.zip"), CLOCK, PROGRAMS),
                () -> Restore.read(other, backup, false, PROGRAMS))) {
            assertThatExceptionOfType(BackupRefusal.class)
                    .isThrownBy(attempt::run)
                    .matches(refusal -> refusal.reason() == Reason.NOT_EMBEDDED);
        }
        for (Path folder : List.of(temporary.resolve("nothing"), copyOf(empty, temporary.resolve("empty")))) {
            assertThatExceptionOfType(BackupRefusal.class)
                    .isThrownBy(() -> Backup.write(settings(folder), temporary.resolve("b.zip"), CLOCK, PROGRAMS))
                    .matches(refusal -> refusal.reason() == Reason.NO_DATABASE);
        }
        DatabaseSettings here = settings(copyOf(empty, temporary.resolve("here")));
        Restore.read(here, backup, false, PROGRAMS);
        assertThatExceptionOfType(BackupRefusal.class)
                .isThrownBy(() -> Backup.write(here, backup, CLOCK, PROGRAMS))
                .matches(refusal -> refusal.reason() == Reason.FILE_EXISTS);
        try (Stream<Path> left = Files.list(temporary)) {
            assertThat(left.map(path -> path.getFileName().toString())).containsExactlyInAnyOrder("empty", "here");
        }
    }

    private static void refused(DatabaseSettings here, Path file, Reason reason, String place) {
        assertThatExceptionOfType(BackupRefusal.class)
                .isThrownBy(() -> Restore.read(here, file, false, PROGRAMS))
                .satisfies(refusal -> {
                    assertThat(refusal.reason()).isEqualTo(reason);
                    assertThat(refusal.place()).endsWith(place);
                });
    }

    /** The backup with one file in it changed, or without it. */
    private static Path changed(Path temporary, String name, Function<String, @Nullable String> change)
            throws IOException {
        Path file = Files.createTempFile(temporary, "changed", ".zip");
        try (ZipFile from = new ZipFile(backup.toFile());
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(file))) {
            for (ZipEntry entry : Collections.list(from.entries())) {
                try (InputStream in = from.getInputStream(entry)) {
                    String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                    @Nullable String written = entry.getName().equals(name) ? change.apply(text) : text;
                    if (written != null) {
                        to.putNextEntry(new ZipEntry(entry.getName()));
                        to.write(written.getBytes(StandardCharsets.UTF_8));
                        to.closeEntry();
                    }
                }
            }
        }
        return file;
    }

    private static final String AUDIT = """
            insert into audit_entry (organisation, at, account, action, object_type, object_id, detail)
            select organisation, '2026-03-17', id, 'SEEN', 'ACCOUNT', '1', jsonb_build_object('note', :note)
            from account
            """;

    private static void fill(Database database) {
        inside(database, jdbc -> {
            jdbc.sql("insert into organisation (organisation, name) values (current_organisation(), 'Samen')")
                    .update();
            jdbc.sql("""
                    insert into account (organisation, id, email, name, password_hash, role, enabled)
                    values (current_organisation(), gen_random_uuid(), 'noor@koppelwerk.example', 'Noor', 'x',
                            'COORDINATOR', true)
                    """).update();
            jdbc.sql(
                            "insert into code_app (organisation, account, secret) select organisation, id, '\\x005c0a' from account")
                    .update();
            return jdbc.sql(AUDIT).param("note", DIFFICULT).update();
        });
    }

    private static <T> T inside(Database database, Function<JdbcClient, T> work) {
        JdbcClient jdbc = JdbcClient.create(database.dataSource());
        return new OrganisationScope(jdbc, new JdbcTransactionManager(database.dataSource()), Reader.SOFTWARE)
                .inside(OURS, () -> work.apply(jdbc));
    }

    private static DatabaseSettings settings(Path folder) {
        return new DatabaseSettings(folder, false, Optional.empty(), "", "", "koppelwerk_app", Optional.empty(), 2);
    }

    private static Path copyOf(Path folder, Path target) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.toList();
        }
        for (Path path : all) {
            Files.copy(path, target.resolve(folder.relativize(path)), StandardCopyOption.COPY_ATTRIBUTES);
        }
        return target;
    }
}
