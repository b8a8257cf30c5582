import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.ImportOrderer;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks that every Java file of the modules is formatted, or with the argument {@code write} formats them.
 *
 * <p>Run by the build (root pom, {@code check-the-format}) on the JDK that the build chose.
 */
class Format {
    public static void main(String[] arguments) throws Exception {
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
            wrong.forEach(file -> System.err.println("not formatted: " + file));
            System.err.println("Put right with: ./mvnw -N initialize -Dformat=write");
            System.exit(1);
        }
    }

    private static List<Path> javaFiles() throws IOException {
        List<Path> found = new ArrayList<>();
        for (String module : List.of("matcher-core", "data", "batch-jobs", "admin-ui")) {
            Path source = Path.of(module, "src");
            if (Files.exists(source)) {
                try (var files = Files.walk(source)) {
                    files.filter(file -> file.toString().endsWith(".java")).forEach(found::add);
                }
            }
        }
        return found;
    }
}
