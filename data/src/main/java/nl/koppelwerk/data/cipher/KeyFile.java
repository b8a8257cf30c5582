package nl.koppelwerk.data.cipher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * The keys that encrypt the keys of organisations, in a file outside the database that only its owner can read: a line with
 * number and key for each, the last in use. Read anew each time, so that another process may have changed it.
 */
public final class KeyFile {
    private static final int KEY_BYTES = 32;

    private final Path file;
    private final SecureRandom random;

    public KeyFile(Path file, SecureRandom random) {
        this.file = file;
        this.random = random;
    }

    public Path path() {
        return file;
    }

    public boolean exists() {
        return Files.exists(file);
    }

    /** The numbers of the keys, the one in use last. */
    public Set<String> numbers() {
        return read().sequencedKeySet();
    }

    /**
     * Makes the file for a database in which nothing was encrypted yet, and else sees to it that it is the right one.
     *
     * @param owner connections of the role that owns the tables
     * @throws KeysRefusal when what is encrypted could not be read
     */
    public void openFor(DataSource owner) {
        Set<String> needed = needed(owner);
        if (needed.isEmpty() && !exists()) {
            make();
        }
        Set<String> there = numbers();
        needed.stream().filter(number -> !there.contains(number)).findFirst().ifPresent(number -> {
            throw KeysRefusal.other(file, number);
        });
    }

    private static Set<String> needed(DataSource owner) {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select distinct kek from data_key")) {
            Set<String> needed = new TreeSet<>();
            while (row.next()) {
                needed.add(row.getString(1));
            }
            return needed;
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("cannot read which keys the database needs", e);
        }
    }

    /** Makes the file with a first key, unless somebody else just did. */
    void make() {
        try {
            if (file.toAbsolutePath().getParent() instanceof Path folder) {
                Files.createDirectories(folder);
            }
            Path unfinished = written(List.of(line()));
            try {
                Files.createLink(file, unfinished);
            } catch (FileAlreadyExistsException e) {
                return;
            } finally {
                Files.delete(unfinished);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the key file " + file, e);
        }
    }

    /** Adds a key, which is in use from now on. */
    void add() {
        List<String> lines = new ArrayList<>(lines());
        lines.add(line());
        replace(lines);
    }

    /** Leaves only the key in use. */
    void dropOlder() {
        replace(List.of(lines().getLast()));
    }

    /** The key in use with its number. */
    Map.Entry<String, SecretKeySpec> current() {
        return read().lastEntry();
    }

    Optional<SecretKeySpec> find(String number) {
        return Optional.ofNullable(read().get(number));
    }

    private LinkedHashMap<String, SecretKeySpec> read() {
        List<String> lines = lines();
        LinkedHashMap<String, SecretKeySpec> keys = new LinkedHashMap<>();
        for (int at = 0; at < lines.size(); at++) {
            String[] parts = lines.get(at).split(" ", 2);
            byte[] key = parts.length == 2 ? decoded(parts[1]) : new byte[0];
            if (key.length != KEY_BYTES || !number(key).equals(parts[0])) {
                throw KeysRefusal.wrong(file, at + 1);
            }
            keys.put(parts[0], new SecretKeySpec(key, "AES"));
        }
        return keys;
    }

    private List<String> lines() {
        if (!exists()) {
            throw KeysRefusal.missing(file);
        }
        try {
            List<String> lines = Files.readString(file, StandardCharsets.US_ASCII)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
            if (lines.isEmpty()) {
                throw KeysRefusal.wrong(file, 1);
            }
            return lines;
        } catch (CharacterCodingException e) {
            throw KeysRefusal.wrong(file, 1);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the key file " + file, e);
        }
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private String line() {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return number(key) + " " + Base64.getEncoder().encodeToString(key);
    }

    /** Tells keys apart, and nothing else about them. */
    private static String number(byte[] key) {
        return HexFormat.of().formatHex(Keyed.hash(key, "number of the key"), 0, 4);
    }

    private void replace(List<String> lines) {
        try {
            Files.move(written(lines), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the key file " + file, e);
        }
    }

    /** A new file beside it that only its owner can read, never readable for others, not even for a moment. */
    private Path written(List<String> lines) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + "." + Long.toHexString(random.nextLong()));
        Path folder = unfinished.toAbsolutePath().getParent();
        FileAttribute<?>[] attributes =
                folder != null && Files.getFileStore(folder).supportsFileAttributeView("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        Files.createFile(unfinished, attributes);
        Files.write(unfinished, lines, StandardCharsets.US_ASCII, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        return unfinished;
    }
}
