package nl.koppelwerk.ui.report.file;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.MediaType;

/** The kinds of file that a report can be kept as. */
public enum FileKind {
    PDF("application/pdf"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    CSV("text/csv;charset=UTF-8");

    private final String mediaType;

    FileKind(String mediaType) {
        this.mediaType = mediaType;
    }

    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    public MediaType mediaType() {
        return MediaType.parseMediaType(mediaType);
    }

    public static Optional<FileKind> find(String extension) {
        return Arrays.stream(values())
                .filter(kind -> kind.extension().equals(extension))
                .findFirst();
    }
}
