import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.ImportOrderer;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks that every Java file of the modules is formatted, or with the argument {@code write} formats them. Files that have
 * not changed since the last check that found nothing are passed over.
 *
 * <p>Run by the build (root pom, {@code check-the-format}) on the JDK that the build chose.
 */
class Format {
    private static final Path CHECKED = Path.of("target", "formatter", "checked");

    public static void main(String[] arguments) throws Exception {
        Instant start = Instant.now();
        boolean write = List.of(arguments).contains("write");
        Formatter formatter = Formatter.createFormatter(JavaFormatterOptions.builder()
                .style(JavaFormatterOptions.Style.PALANTIR)
                .formatJavadoc(false)
                .build());
        List<Path> wrong = new ArrayList<>();
        for (Path file : javaFiles()) {
            String text = Files.readString(file);
            String formatted = formatter.formatSource(RemoveUnusedImports.removeUnusedImports(
                    ImportOrderer.reorderImports(text, JavaFormatterOptions.Style.PALANTIR)));
            if (!formatted.equals(text)) {
                wrong.add(file);
                if (write) {
                    Files.writeString(file, formatted);
                }
            }
        }
        if (!wrong.isEmpty() && !write) {
            wrong.forEach(file -> System.err.println("[ERROR] not formatted: " + file));
            System.err.println("[ERROR] Put right with: ./mvnw -N initialize -Dformat=write");
            System.exit(1);
        }
        Files.createDirectories(CHECKED.getParent());
        Files.writeString(CHECKED, "");
        Files.setLastModifiedTime(CHECKED, FileTime.from(start));
    }

    private static boolean changed(Path file) {
        try {
            return Files.notExists(CHECKED)
                    || Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(CHECKED)) >= 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> javaFiles() throws IOException {
        List<Path> found = new ArrayList<>();
        for (String module : List.of("matcher-core", "data", "batch-jobs", "admin-ui")) {
            Path source = Path.of(module, "src");
            if (Files.exists(source)) {
                try (var files = Files.walk(source)) {
                    files.filter(file -> file.toString().endsWith(".java") && changed(file)).forEach(found::add);
                }
            }
        }
        return found;
    }
}
