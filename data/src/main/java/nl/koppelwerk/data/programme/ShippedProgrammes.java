package nl.koppelwerk.data.programme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The programmes that come with the software: every file in the folder {@code shipped}, so that a new one is one file. */
public final class ShippedProgrammes {
    private static final String FILES = "classpath:nl/koppelwerk/data/programme/shipped/*.yaml";

    private ShippedProgrammes() {}

    /** A file as it was written. */
    public record Shipped(String name, String text) {}

    /** By name. */
    public static List<Shipped> list() {
        try {
            List<Shipped> all = new ArrayList<>();
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
                all.add(new Shipped(
                        Objects.requireNonNull(file.getFilename()), file.getContentAsString(StandardCharsets.UTF_8)));
            }
            all.sort(Comparator.comparing(Shipped::name));
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException("the software's own programmes cannot be read", e);
        }
    }

    /** The file named after this code, capitals or not. */
    public static Optional<Shipped> find(String code) {
        return list().stream()
                .filter(file -> file.name().equalsIgnoreCase(code + ".yaml"))
                .findFirst();
    }
}
