package nl.koppelwerk.ui.report.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import nl.koppelwerk.ui.report.content.Content;
import nl.koppelwerk.ui.shell.Words;
import org.springframework.stereotype.Component;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** Writes what a report says as a file of each kind, with the same figures in all. */
@Component
public class ReportFiles {
    private final PdfFile pdf;

    ReportFiles(SpringTemplateEngine templates) {
        this.pdf = new PdfFile(templates);
    }

    public byte[] write(FileKind kind, Content content, Words words) {
        try {
            return switch (kind) {
                case PDF -> pdf.write(content, words);
                case XLSX -> SpreadsheetFile.write(content, words);
                case CSV -> CsvFile.write(content, words);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(kind + " of a report", e);
        }
    }
}
