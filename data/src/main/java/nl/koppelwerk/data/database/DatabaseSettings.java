package nl.koppelwerk.data.database;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.ConstructorBinding;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the data is kept: in an embedded PostgreSQL, or in any PostgreSQL 15 or newer when {@code url} is set.
 *
 * @param folder where the embedded PostgreSQL lives with its data
 * @param durable whether a commit survives a power cut; only tests do without
 * @param url JDBC address of another PostgreSQL; not set: embedded
 * @param username the owner, who may create tables and the runtime role; with {@code url} only
 * @param password of the owner; with {@code url} only
 * @param runtimeUsername the role that the application works under; created when it does not exist
 * @param runtimePassword of the runtime role; not set: derived from the owner's
 * @param poolSize connections at most
 * @param keys the file with the keys of encrypted values; not set: {@code keys} in the folder
 */
@ConfigurationProperties("koppelwerk.database")
public record DatabaseSettings(
        Path folder,
        boolean durable,
        Optional<String> url,
        String username,
        String password,
        String runtimeUsername,
        Optional<String> runtimePassword,
        int poolSize,
        Optional<String> keys) {

    /** Written out, because Spring may hand over null for an unset optional; the defaults belong to its parameters. */
    @ConstructorBinding
    @SuppressWarnings("NullAway")
    public DatabaseSettings(
            @DefaultValue(".koppelwerk/postgres") Path folder,
            @DefaultValue("true") boolean durable,
            @Nullable Optional<String> url,
            @DefaultValue("") String username,
            @DefaultValue("") String password,
            @DefaultValue("koppelwerk_app") String runtimeUsername,
            @Nullable Optional<String> runtimePassword,
            @DefaultValue("10") int poolSize,
            @Nullable Optional<String> keys) {
        this.folder = folder;
        this.durable = durable;
        this.url = present(url);
        this.username = username;
        this.password = password;
        this.runtimeUsername = runtimeUsername;
        this.runtimePassword = present(runtimePassword);
        this.poolSize = poolSize;
        this.keys = present(keys);
        if (!runtimeUsername.matches("[a-z][a-z0-9_]{0,62}")) {
            throw new IllegalArgumentException(
                    "koppelwerk.database.runtime-username must be small letters, digits and _: " + runtimeUsername);
        }
    }

    /** With the keys where they are when nothing is said. */
    public DatabaseSettings(
            Path folder,
            boolean durable,
            Optional<String> url,
            String username,
            String password,
            String runtimeUsername,
            Optional<String> runtimePassword,
            int poolSize) {
        this(folder, durable, url, username, password, runtimeUsername, runtimePassword, poolSize, Optional.empty());
    }

    /** The file with the keys of encrypted values, outside PostgreSQL's own folder. */
    public Path keyFile() {
        return keys.map(Path::of).orElseGet(() -> folder.resolve("keys"));
    }

    public static DatabaseSettings embedded(Path folder) {
        return new DatabaseSettings(folder, true, Optional.empty(), "", "", "koppelwerk_app", Optional.empty(), 10);
    }

    private static Optional<String> present(@Nullable Optional<String> text) {
        return text == null ? Optional.empty() : text.filter(value -> !value.isBlank());
    }
}
