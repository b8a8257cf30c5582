package nl.koppelwerk.data.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import nl.koppelwerk.data.database.PrivateFiles;
import nl.koppelwerk.domain.programme.OrganisationId;

/**
 * The signed heads of the chains, in a file outside the database that is only added to. Each signature is over the one before
 * it as well, so that no line can go, change or move without the next one telling.
 */
public final class HeadFile {
    /** Locks of a file keep processes apart, and not the threads of one. */
    private static final Object ONE_AT_A_TIME = new Object();

    private final Path file;
    private final Path keyFile;

    private Optional<Ends> kept = Optional.empty();

    /** @param keyFile made with the first line, unless it is there */
    public HeadFile(Path file, Path keyFile) {
        this.file = file;
        this.keyFile = keyFile;
    }

    /** @param folder for nothing else */
    public static HeadFile in(Path folder, Path keyFile) {
        return new HeadFile(folder.resolve("heads.csv"), keyFile);
    }

    /** A line in its parts: what it says, who signed it, and the signature. */
    private record Line(String text, String key, String signature) {
        static Optional<Line> of(String line) {
            int signature = line.lastIndexOf(';');
            int key = signature < 0 ? -1 : line.lastIndexOf(';', signature - 1);
            return key < 0
                    ? Optional.empty()
                    : Optional.of(new Line(
                            line.substring(0, key), line.substring(key + 1, signature), line.substring(signature + 1)));
        }
    }

    /**
     * What is in the file.
     *
     * @param wrongLine the first line that is not as it was signed, counted from 1; what follows it is left out
     * @param otherKey whether that line names another key
     */
    record Contents(List<Head> heads, Optional<Integer> wrongLine, boolean otherKey) {
        static final Contents NONE = new Contents(List.of(), Optional.empty(), false);

        Contents {
            heads = List.copyOf(heads);
        }

        List<Head> of(OrganisationId organisation) {
            return heads.stream()
                    .filter(head -> head.organisation().equals(organisation))
                    .toList();
        }
    }

    /** What the next line goes on from. */
    private record Ends(Map<OrganisationId, Head> heads, String signature, long length) {}

    public Path file() {
        return file;
    }

    public Path keyFile() {
        return keyFile;
    }

    public boolean exists() {
        return Files.exists(file);
    }

    /** Nobody else writes to the file, or seals by it, until the work is done. */
    <T> T alone(Supplier<T> work) {
        synchronized (ONE_AT_A_TIME) {
            try {
                PrivateFiles.folder(PrivateFiles.folderOf(file));
                try (FileChannel channel = FileChannel.open(
                                file.resolveSibling(file.getFileName() + ".lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                        FileLock lock = channel.lock()) {
                    assert lock.isValid();
                    return work.get();
                }
            } catch (IOException e) {
                throw new UncheckedIOException("the heads of the audit log cannot be written: " + file, e);
            }
        }
    }

    /** Every line, each held against its signature. */
    Contents checked(SigningKey key) {
        List<String> lines = lines();
        List<Head> heads = new ArrayList<>();
        String before = "";
        for (int i = 0; i < lines.size(); i++) {
            Optional<Line> line = Line.of(lines.get(i));
            Optional<Head> head = line.flatMap(one -> Head.of(one.text()));
            String signed = before;
            if (head.isEmpty()
                    || line.filter(one -> key.signed(toSign(signed, one.text(), one.key()), one.signature()))
                            .isEmpty()) {
                boolean other =
                        line.filter(one -> !one.key().equals(key.name())).isPresent();
                return new Contents(heads, Optional.of(i + 1), other);
            }
            heads.add(head.orElseThrow());
            before = line.orElseThrow().signature();
        }
        return new Contents(heads, Optional.empty(), false);
    }

    /** The last line of each organisation, taken as it stands. Only {@link #alone}. */
    Optional<Head> last(OrganisationId organisation) {
        return Optional.ofNullable(ends().heads().get(organisation));
    }

    /** Adds a line, and does not come back before it is on the disk. Only {@link #alone}. */
    void add(Head head) {
        Ends before = ends();
        SigningKey key = key();
        String signature = key.sign(toSign(before.signature(), head.text(), key.name()))
                .orElseThrow(() -> new UncheckedIOException(
                        new IOException(keyFile + " has the public half of the key only: nothing can be signed")));
        String line = head.text() + ";" + key.name() + ";" + signature + "\n";
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.truncate(before.length()).position(before.length());
            for (ByteBuffer rest = StandardCharsets.UTF_8.encode(line); rest.hasRemaining(); ) {
                channel.write(rest);
            }
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException("the heads of the audit log cannot be written: " + file, e);
        }
        Map<OrganisationId, Head> heads = new HashMap<>(before.heads());
        put(heads, head);
        kept = Optional.of(new Ends(heads, signature, before.length() + line.length()));
    }

    /** What the next line goes on from; read again when another process has written. */
    private Ends ends() {
        try {
            long size = exists() ? Files.size(file) : 0;
            if (kept.isEmpty() || kept.get().length() != size) {
                kept = Optional.of(read(exists() ? Files.readString(file, StandardCharsets.ISO_8859_1) : ""));
            }
            return kept.get();
        } catch (IOException e) {
            throw new UncheckedIOException("the heads of the audit log cannot be read: " + file, e);
        }
    }

    /** A last line that was cut short, when the disk was full or the power went, is not a line. */
    private static Ends read(String text) {
        String whole = text.substring(0, text.lastIndexOf('\n') + 1);
        Map<OrganisationId, Head> heads = new HashMap<>();
        String signature = "";
        for (String line : whole.lines().toList()) {
            Optional<Line> parts = Line.of(line);
            parts.flatMap(one -> Head.of(one.text())).ifPresent(head -> put(heads, head));
            signature = parts.map(Line::signature).orElse(signature);
        }
        return new Ends(heads, signature, whole.length());
    }

    private static void put(Map<OrganisationId, Head> heads, Head head) {
        if (Expected.follows(Optional.ofNullable(heads.get(head.organisation())), head)) {
            heads.put(head.organisation(), head);
        }
    }

    /** Puts the file aside, to begin another. Only {@link #alone}. */
    void putAside(Instant now) {
        try {
            Files.move(file, file.resolveSibling(file.getFileName() + "." + now.getEpochSecond()));
        } catch (IOException e) {
            throw new UncheckedIOException("the heads of the audit log cannot be put aside: " + file, e);
        }
    }

    /** The key, made when there is none. */
    SigningKey key() {
        return Files.exists(keyFile) ? SigningKey.read(keyFile) : SigningKey.make(keyFile);
    }

    private List<String> lines() {
        try {
            return exists() ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("the heads of the audit log cannot be read: " + file, e);
        }
    }

    private static String toSign(String before, String text, String key) {
        return before + "\n" + text + ";" + key;
    }
}
