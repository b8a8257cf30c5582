package nl.koppelwerk.trust.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A process of the application. */
public record Running(Process process, Path said) implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("http://localhost:(\\d+)");

    /** Ends it as a power cut would. */
    public void kill() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            throw Patience.interrupted(e);
        }
    }

    /** Waits for it; ends it when it takes too long. Empty: it did. */
    public Optional<Integer> exitCode(Duration patience) {
        try {
            if (process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.of(process.exitValue());
            }
        } catch (InterruptedException e) {
            throw Patience.interrupted(e);
        }
        kill();
        return Optional.empty();
    }

    /** The port of its pages, once it says so. */
    Optional<Integer> port() {
        Matcher address = ADDRESS.matcher(text());
        return address.find() ? Optional.of(Integer.parseInt(address.group(1))) : Optional.empty();
    }

    public String text() {
        try {
            return Files.readString(said);
        } catch (IOException e) {
            return "";
        }
    }

    /** Asks it to end, and kills it when it does not. */
    @Override
    public void close() {
        process.destroy();
        exitCode(Duration.ofSeconds(60));
    }
}
