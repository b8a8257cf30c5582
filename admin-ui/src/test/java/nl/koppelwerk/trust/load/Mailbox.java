package nl.koppelwerk.trust.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** The mail of everybody, as files in one folder; what was read is gone from it. */
final class Mailbox {
    private static final Pattern LINK = Pattern.compile("/own/enter\\?language=\\w+#(\\S+)");

    private final Path folder;
    private final Map<String, String> links = new ConcurrentHashMap<>();

    Mailbox(Path folder) {
        this.folder = folder;
    }

    /** The link that somebody was sent, once it is there. */
    String await(String email) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(250))
                .until(() -> {
                    read();
                    return links.containsKey(email);
                });
        return Objects.requireNonNull(links.remove(email));
    }

    private synchronized void read() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> mails = Files.newDirectoryStream(folder, "*.eml")) {
            for (Path mail : mails) {
                Matcher link = LINK.matcher(Files.readString(mail));
                if (link.find()) {
                    links.put(mail.getFileName().toString().split(" ", 2)[0], link.group(1));
                    Files.delete(mail);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
