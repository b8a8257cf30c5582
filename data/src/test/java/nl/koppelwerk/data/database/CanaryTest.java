package nl.koppelwerk.data.database;

import static nl.koppelwerk.data.database.TestServer.PROGRAMS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import nl.koppelwerk.data.cipher.Cell;
import nl.koppelwerk.data.cipher.Clear;
import nl.koppelwerk.data.mail.Mail;
import nl.koppelwerk.data.mail.Outbox;
import nl.koppelwerk.data.store.Families;
import nl.koppelwerk.domain.family.Family;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.family.Household;
import nl.koppelwerk.domain.language.Languages;
import nl.koppelwerk.domain.place.Postcode;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** A family with a name that occurs nowhere else, and every byte of what is on the disk afterwards. */
class CanaryTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-17T09:30:00Z"), ZoneOffset.UTC);
    private static final OrganisationId OURS = new OrganisationId(new UUID(7, 1));
    private static final UUID FAMILY = new UUID(7, 2);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void nothingOfAPersonIsInTablesLogOrBackup() throws IOException {
        DatabaseSettings settings = new DatabaseSettings(
                folder.resolve("postgres"), false, Optional.empty(), "", "", "koppelwerk_app", Optional.empty(), 2);
        Path backup = folder.resolve("kept.zip");
        try (Database database = Database.open(settings, PROGRAMS)) {
            fill(database);
            Backup.write(settings, backup, CLOCK, PROGRAMS);
        }

        assertThat(files("ref-kanarie")).as("what is not encrypted is found").isNotEmpty();
        assertThat(files("zwartkop")).isEmpty();
        assertThat(in(backup, "ref-kanarie")).isNotEmpty();
        assertThat(in(backup, "zwartkop")).isEmpty();
    }

    private static void fill(Database database) {
        JdbcClient jdbc = JdbcClient.create(database.dataSource());
        OrganisationScope scope = new OrganisationScope(jdbc, new JdbcTransactionManager(database.dataSource()));
        scope.inside(OURS, () -> {
            jdbc.sql("insert into organisation (organisation, name) values (:id, 'Ons')")
                    .param("id", OURS.value())
                    .update();
            jdbc.sql("insert into municipality (name) values ('Rotterdam')").update();
            jdbc.sql("insert into place values (3021, 51.9, 4.4, 'Rotterdam', 'Rotterdam')")
                    .update();
            for (String name : List.of("Familie Zwartkop", "Gezin Zwartkop-Zwartkop")) {
                new Families(jdbc).saveAll(List.of(family(name)));
            }
            jdbc.sql("update family set phone = :phone where id = :id")
                    .param("phone", Clear.of(Cell.FAMILY_PHONE, FAMILY, "zwartkop 06 1234"))
                    .param("id", FAMILY)
                    .update();
            new Outbox(jdbc, CLOCK)
                    .add(
                            OURS,
                            new Mail(
                                    new UUID(7, 3),
                                    "zwartkop@vogel.example",
                                    "Zwartkop",
                                    "Dag Zwartkop",
                                    Optional.of("zwartkop")));
        });
        assertThat(scope.inside(OURS, () -> new Families(jdbc).list().getFirst())
                        .name())
                .isEqualTo("Gezin Zwartkop-Zwartkop");
    }

    private static Family family(String name) {
        return new Family(
                new FamilyId(FAMILY),
                OURS,
                "ref-kanarie",
                name,
                new Postcode(3021),
                Optional.of("Zwartkoplaan"),
                Optional.of("De Zwartkop"),
                Household.COUPLE,
                List.of(),
                Languages.parse("nld:C1"),
                false,
                Optional.of("zwartkop@vogel.example"));
    }

    /** Tables, indexes, and the log that changes are written to first. */
    private TreeSet<String> files(String text) throws IOException {
        TreeSet<String> found = new TreeSet<>();
        try (Stream<Path> all = Files.walk(folder.resolve("postgres"))) {
            all.filter(Files::isRegularFile)
                    .filter(file -> holds(file, text))
                    .forEach(file -> found.add(file.toString()));
        }
        return found;
    }

    private static boolean holds(Path file, String text) {
        try {
            return told(Files.readAllBytes(file)).contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TreeSet<String> in(Path zip, String text) throws IOException {
        TreeSet<String> found = new TreeSet<>();
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (var entry : Collections.list(file.entries())) {
                try (InputStream in = file.getInputStream(entry)) {
                    if (told(in.readAllBytes()).contains(text)) {
                        found.add(entry.getName());
                    }
                }
            }
        }
        return found;
    }

    private static String told(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    }
}
