package nl.koppelwerk.data.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Unpacks the PostgreSQL programs that come with the application, once for each version. */
final class PostgresBinaries {
    /** The version of the binaries in the build; another version is unpacked beside it. */
    static final String VERSION = "18.4.0";

    private PostgresBinaries() {}

    /**
     * The folder that holds {@code bin} and {@code lib}; unpacked when it is not there yet. The caller keeps others from
     * doing the same at the same time.
     *
     * @throws IOException when there is no PostgreSQL for this kind of machine, or no room to unpack it
     */
    static Path unpackedIn(Path parent) throws IOException {
        Path ready = parent.resolve("programs-" + VERSION);
        if (!Files.isDirectory(ready)) {
            Path unfinished = parent.resolve("programs-" + VERSION + ".unpacking");
            Folders.delete(unfinished);
            try (InputStream packed = packed();
                    TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
                unpack(tar, unfinished);
            }
            Files.move(unfinished, ready, StandardCopyOption.ATOMIC_MOVE);
        }
        return ready;
    }

    private static InputStream packed() throws IOException {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String name = system.startsWith("mac") ? "Darwin" : system.startsWith("windows") ? "Windows" : "Linux";
        return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(name, System.getProperty("os.arch"));
    }

    private static void unpack(TarArchiveInputStream tar, Path target) throws IOException {
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            Path file = target.resolve(entry.getName()).normalize();
            if (!file.startsWith(target)) {
                throw new IOException("a packed file points outside its folder: " + entry.getName());
            }
            if (entry.isDirectory()) {
                Files.createDirectories(file);
            } else {
                Files.createDirectories(file.getParent());
                write(tar, entry, file);
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path file) throws IOException {
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, file);
            if ((entry.getMode() & 0100) != 0 && Folders.knowsPermissions(file)) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }
}
