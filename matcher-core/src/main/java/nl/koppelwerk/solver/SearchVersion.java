package nl.koppelwerk.solver;

import ai.timefold.solver.core.api.solver.SolverFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Which software searches: two processes that say the same give the same answers. It follows from the compiled classes of
 * the matcher, the version of the solver, and that of Java with its kind of processor, not from a number that somebody has
 * to remember to count up.
 */
public final class SearchVersion {
    private static final int SHOWN = 4;

    private SearchVersion() {}

    /** As people read it: {@code 1.2.0-5fa30b91 (Java 25, amd64)}. */
    public static String running() {
        String number = Optional.ofNullable(SearchVersion.class.getPackage().getImplementationVersion())
                .orElse("development");
        String java = "Java %d, %s".formatted(Runtime.version().feature(), System.getProperty("os.arch"));
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            classes(placeOf(SearchVersion.class)).forEach((name, bytes) -> {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            });
            String solver = placeOf(SolverFactory.class).getPath();
            digest.update(solver.substring(solver.lastIndexOf("timefold")).getBytes(StandardCharsets.UTF_8));
            return "%s-%s (%s)".formatted(number, HexFormat.of().formatHex(digest.digest(), 0, SHOWN), java);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the program itself", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK knows SHA-256", e);
        }
    }

    private static URL placeOf(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }

    private static Map<String, byte[]> classes(URL place) throws IOException {
        return place.getPath().endsWith("/") && place.getProtocol().equals("file") ? inFolder(place) : inArchive(place);
    }

    private static Map<String, byte[]> inArchive(URL place) throws IOException {
        Map<String, byte[]> classes = new TreeMap<>();
        try (InputStream stream = place.openStream();
                ZipInputStream zip = new ZipInputStream(stream)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".class")) {
                    classes.put(entry.getName(), zip.readAllBytes());
                }
            }
        }
        return classes;
    }

    private static Map<String, byte[]> inFolder(URL place) throws IOException {
        Map<String, byte[]> classes = new TreeMap<>();
        try {
            Path folder = Path.of(place.toURI());
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file :
                        files.filter(one -> one.toString().endsWith(".class")).toList()) {
                    classes.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
                }
            }
        } catch (URISyntaxException e) {
            throw new IOException("cannot read " + place, e);
        }
        return classes;
    }
}
