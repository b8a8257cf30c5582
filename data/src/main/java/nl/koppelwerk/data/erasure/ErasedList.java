package nl.koppelwerk.data.erasure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.koppelwerk.domain.programme.OrganisationId;

/**
 * Who was erased, by number only, in a file outside the database: a backup that is restored still knows them, and with this
 * list they are erased once more.
 */
public final class ErasedList {
    private static final Pattern LINE = Pattern.compile("([0-9a-f-]{36});(VOLUNTEER|FAMILY);([0-9a-f-]{36})");

    private final Path file;

    public ErasedList(Path file) {
        this.file = file;
    }

    /** A line of the list. */
    public record Line(OrganisationId organisation, Person person) {}

    public Path file() {
        return file;
    }

    void add(OrganisationId organisation, Person person) {
        String line = organisation.value() + ";" + person.side() + ";" + person.id() + "\n";
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(
                    file,
                    afterWhatWasBrokenOff() + line,
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("the list of who was erased cannot be written: " + file, e);
        }
    }

    /** A line that the machine broke off must not take the next one with it. */
    private String afterWhatWasBrokenOff() throws IOException {
        if (!Files.exists(file) || Files.size(file) == 0) {
            return "";
        }
        try (SeekableByteChannel end = Files.newByteChannel(file)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            end.position(end.size() - 1).read(last);
            return last.get(0) == '\n' ? "" : "\n";
        }
    }

    /** Empty when nobody was erased yet. A line that was broken off is of somebody who was not erased then. */
    public List<Line> read() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            List<Line> lines = new ArrayList<>();
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                Matcher parts = LINE.matcher(line);
                if (parts.matches()) {
                    Person person = new Person(Person.Side.valueOf(parts.group(2)), UUID.fromString(parts.group(3)));
                    lines.add(new Line(new OrganisationId(UUID.fromString(parts.group(1))), person));
                }
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException("the list of who was erased cannot be read: " + file, e);
        }
    }
}
