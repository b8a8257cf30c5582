package nl.koppelwerk.data.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** How another process on this computer reaches the embedded PostgreSQL that somebody has started. */
public record EmbeddedServer(String url, String password) {
    /** @return empty when none runs in the folder */
    public static Optional<EmbeddedServer> find(Path folder, String role) {
        Path home = folder.toAbsolutePath().normalize();
        PostgresProcess process = new PostgresProcess(home, home.resolve("data"), home.resolve("server.log"));
        try {
            Path password = home.resolve("password");
            if (!Files.exists(password)) {
                return Optional.empty();
            }
            String superuser = Files.readString(password).strip();
            return process.postmaster()
                    .map(running -> new EmbeddedServer(
                            "jdbc:postgresql://127.0.0.1:" + running.port() + "/" + Database.NAME,
                            Roles.derivedPassword(superuser, role)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + home, e);
        }
    }

    @Override
    public String toString() {
        return url;
    }
}
