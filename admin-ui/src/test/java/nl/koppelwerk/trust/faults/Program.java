package nl.koppelwerk.trust.faults;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * The application as processes of its own, made of the classes under test. They are packed into jars, because only of those
 * Java keeps what it loaded, and a start then takes half the work.
 */
public final class Program {
    private static final String KEPT = "kept.aot";

    private static volatile boolean over;

    private final Path folder;
    private final String classPath;

    private Program(Path folder, String classPath) {
        this.folder = folder;
        this.classPath = classPath;
    }

    /** @param folder for the jars, and for what Java keeps */
    public static Program packed(Path folder) throws IOException {
        Files.createDirectories(folder);
        List<String> parts = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path path = Path.of(entry);
            if (Files.isDirectory(path) && !path.endsWith("test-classes")) {
                Path jar = folder.resolve("part-" + parts.size() + ".jar");
                pack(path, Path.of(""), jar);
                parts.add(jar.toString());
            } else if (Files.isRegularFile(path) && !entry.endsWith("-tests.jar")) {
                parts.add(entry);
            }
        }
        Path shifted = folder.resolve("shifted-clock.jar");
        Path tests = Path.of(Program.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        String name = ShiftedClock.class.getName().replace('.', '/') + ".class";
        pack(tests, Path.of(name), shifted);
        parts.add(shifted.toString());
        return new Program(folder, String.join(File.pathSeparator, parts));
    }

    /** What did not change stays as it is, because Java compares the times of the jars that it kept something of. */
    private static void pack(Path folder, Path only, Path jar) throws IOException {
        Path packed = jar.resolveSibling(jar.getFileName() + ".new");
        write(folder, only, packed);
        if (Files.exists(jar) && Files.mismatch(jar, packed) < 0) {
            Files.delete(packed);
        } else {
            Files.move(packed, jar, StandardCopyOption.REPLACE_EXISTING);
            Files.deleteIfExists(jar.resolveSibling(KEPT));
        }
    }

    private static void write(Path folder, Path only, Path jar) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> all = Files.walk(folder.resolve(only))) {
            for (Path file : all.sorted().toList()) {
                String name = folder.relativize(file).toString().replace(File.separatorChar, '/');
                if (!name.isEmpty()) {
                    boolean isFolder = Files.isDirectory(file);
                    JarEntry entry = new JarEntry(isFolder ? name + "/" : name);
                    entry.setTimeLocal(LocalDateTime.of(2000, 1, 1, 0, 0));
                    out.putNextEntry(entry);
                    if (!isFolder) {
                        Files.copy(file, out);
                    }
                    out.closeEntry();
                }
            }
        }
    }

    /** The same with one class more in the part that plans: another version of it. */
    public Program renewed(Path to) throws IOException {
        Files.createDirectories(to);
        List<String> parts = new ArrayList<>();
        for (String part : classPath.split(File.pathSeparator, -1)) {
            Path changed = to.resolve(Path.of(part).getFileName());
            try (FileSystem jar = FileSystems.newFileSystem(Path.of(part))) {
                Path place = jar.getPath("nl/koppelwerk/solver");
                if (Files.exists(place)) {
                    Files.copy(Path.of(part), changed, StandardCopyOption.REPLACE_EXISTING);
                }
            }
            if (Files.exists(changed)) {
                try (FileSystem jar = FileSystems.newFileSystem(changed)) {
                    Files.write(jar.getPath("nl/koppelwerk/solver/Later.class"), new byte[] {1});
                }
            }
            parts.add(Files.exists(changed) ? changed.toString() : part);
        }
        return new Program(to, String.join(File.pathSeparator, parts));
    }

    /**
     * Starts it.
     *
     * @param home where it works; its own data come below it
     * @param words a command with its options and settings
     */
    public Running start(Path home, List<String> words) throws IOException {
        return start(home, List.of(), words);
    }

    /** The same, and keeps what Java loaded for the starts to come. */
    public Running rehearse(Path home, List<String> words) throws IOException {
        return start(home, List.of("-XX:AOTCacheOutput=" + cache()), words);
    }

    boolean isRehearsed() {
        return Files.exists(cache());
    }

    /** From now on nothing is started: the suite itself is being ended. */
    static void startNothingMore() {
        over = true;
    }

    private Path cache() {
        return folder.resolve(KEPT);
    }

    /** As {@link #start}, by a program that starts others. */
    Running under(List<String> starter, Path home, List<String> words) throws IOException {
        return launch(home, starter, Files.exists(cache()) ? List.of("-XX:AOTCache=" + cache()) : List.of(), words);
    }

    private Running start(Path home, List<String> more, List<String> words) throws IOException {
        List<String> kept =
                more.isEmpty() && Files.exists(cache()) ? List.of("-XX:AOTCache=" + cache()) : List.copyOf(more);
        return launch(home, List.of(), kept, words);
    }

    private Running launch(Path home, List<String> starter, List<String> options, List<String> words)
            throws IOException {
        if (over) {
            throw new IOException("the suite is being ended");
        }
        Files.createDirectories(home);
        List<String> command = new ArrayList<>(starter);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xlog:aot=off",
                "-Xlog:cds=off",
                "-Xmx600m",
                "-Djava.awt.headless=true",
                "-Dkoppelwerk.terminal=false"));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, "nl.koppelwerk.Koppelwerk"));
        command.addAll(words);
        Path said = Files.createTempFile(home, "said-" + words.getFirst() + "-", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        return new Running(process, said);
    }

    /** Ends what was started from here, and the servers whose data are in the folder. */
    public static void leaveNothing(Path folder) {
        Scene.leaveNothing(folder);
    }
}
