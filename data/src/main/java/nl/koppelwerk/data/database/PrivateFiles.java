package nl.koppelwerk.data.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Files beside the database that are for the owner's eyes only. */
public final class PrivateFiles {
    private PrivateFiles() {}

    /** In a folder that is for the owner's eyes only too, made when it is not there. */
    public static void write(Path file, String text) throws IOException {
        folder(folderOf(file));
        Folders.writePrivate(file, text);
    }

    /** One that is there already keeps the rights it has. */
    public static void folder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Folders.createPrivate(folder);
        }
    }

    public static Path folderOf(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent(), file::toString);
    }
}
