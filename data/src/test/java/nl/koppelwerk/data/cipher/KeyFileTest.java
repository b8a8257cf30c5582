package nl.koppelwerk.data.cipher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(DatabaseExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeyFileTest {
    private final TestDatabase database;
    private final UUID organisation;

    @TempDir
    private Path folder = Path.of("");

    private KeyFile file = new KeyFile(Path.of(""), new SecureRandom());

    KeyFileTest(TestDatabase database) {
        this.database = database;
        this.organisation = database.organisation("with a key file of its own").value();
    }

    @BeforeEach
    void firstStart() {
        file = new KeyFile(folder.resolve("keys"), new SecureRandom());
        inOwner("delete from data_key");
        file.openFor(database.ownerDataSource());
    }

    @Test
    void theFirstStartMakesAFileThatOnlyItsOwnerReads() throws IOException {
        assertThat(Files.readString(file.path())).matches("[0-9a-f]{8} [A-Za-z0-9+/]{43}=\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                .isEqualTo("rw-------");
        assertThat(folder).isDirectoryNotContaining("glob:**.*");
    }

    @Test
    void aNewKeyInTheFileLeavesNothingForTheOldOne() {
        KeyRing ring = ring();
        String sealed = ring.of(organisation).seal(Cell.FAMILY_EMAIL, organisation, "anna@vogel.example");
        Set<String> old = file.numbers();

        assertThat(new KeyRotation(database.ownerDataSource(), ring).replaceFileKey())
                .isEqualTo(2);

        assertThat(file.numbers()).hasSize(1).isNotEqualTo(old);
        assertThat(keks()).containsExactlyElementsOf(file.numbers());
        assertThat(ring().of(organisation).open(sealed)).isEqualTo("anna@vogel.example");
    }

    @Test
    void withoutTheFileNothingStartsOnceThereAreKeys() throws IOException {
        ring().of(organisation);
        Files.delete(file.path());

        assertThatThrownBy(() -> file.openFor(database.ownerDataSource()))
                .isInstanceOf(KeysRefusal.class)
                .hasMessage(
                        "The key file " + file.path() + " is not there, and names, addresses and texts in this database"
                                + " were encrypted with it. Put the file back where it was (koppelwerk.database.keys says where).");
        assertThat(file.path()).doesNotExist();
    }

    @Test
    void withAnotherFileNothingStarts() throws IOException {
        ring().of(organisation);
        String needed = file.numbers().iterator().next();
        Files.delete(file.path());
        file.make();

        assertThatThrownBy(() -> file.openFor(database.ownerDataSource()))
                .isInstanceOf(KeysRefusal.class)
                .hasMessageContaining("is not the one that this database was encrypted with: it has no key " + needed);
    }

    @Test
    void aDamagedFileIsNamedWithItsLine() throws IOException {
        String line = Files.readString(file.path()).strip();
        Files.writeString(file.path(), line + "\n" + line.replace(' ', '-') + "\n");

        assertThatThrownBy(() -> file.numbers())
                .isInstanceOf(KeysRefusal.class)
                .hasMessage("The key file " + file.path() + " is damaged in line 2: a line is a number and 32 bytes.");
        Files.writeString(file.path(), "");
        assertThatThrownBy(() -> file.numbers()).hasMessageContaining("damaged in line 1");
        Files.writeString(file.path(), line.replaceFirst("^.", line.startsWith("0") ? "1" : "0"));
        assertThatThrownBy(() -> file.numbers()).hasMessageContaining("damaged in line 1");
    }

    @Test
    void aKeyOfTheDatabaseThatWasChangedOpensNothing() {
        ring().of(organisation);
        inOwner("update data_key set wrapped = set_byte(wrapped, 20, 255 - get_byte(wrapped, 20)) where version = 1");

        assertThatThrownBy(() -> ring().of(organisation))
                .isInstanceOf(BrokenSeal.class)
                .hasMessageContaining("data_key " + organisation + " 1");
    }

    private KeyRing ring() {
        return new KeyRing(database.ownerDataSource(), file, new SecureRandom());
    }

    private List<String> keks() {
        List<@Nullable String> keks = database.ownerJdbc()
                .sql("select distinct kek from data_key")
                .query(String.class)
                .list();
        return keks.stream().map(String::valueOf).toList();
    }

    private void inOwner(String sql) {
        database.ownerJdbc()
                .sql("do $$ begin perform set_config('app.organisation', '" + organisation + "', true); " + sql
                        + "; end $$")
                .update();
    }
}
