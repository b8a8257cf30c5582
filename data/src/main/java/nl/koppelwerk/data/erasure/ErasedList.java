package nl.koppelwerk.data.erasure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.koppelwerk.domain.programme.OrganisationId;

/**
 * Who was erased, by number only, in a file outside the database: a backup that is restored still knows them, and with this
 * list they are erased once more.
 */
public final class ErasedList {
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
            Files.writeString(file, line, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("the list of who was erased cannot be written: " + file, e);
        }
    }

    /** Empty when nobody was erased yet. */
    public List<Line> read() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            List<Line> lines = new ArrayList<>();
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                String[] parts = line.split(";", -1);
                if (parts.length == 3) {
                    Person person = new Person(Person.Side.valueOf(parts[1]), UUID.fromString(parts[2]));
                    lines.add(new Line(new OrganisationId(UUID.fromString(parts[0])), person));
                }
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException("the list of who was erased cannot be read: " + file, e);
        }
    }
}
