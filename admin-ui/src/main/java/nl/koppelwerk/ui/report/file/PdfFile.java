package nl.koppelwerk.ui.report.file;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import nl.koppelwerk.ui.report.content.Content;
import nl.koppelwerk.ui.shell.Words;
import org.springframework.core.io.ClassPathResource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** A document that can be read aloud: tagged, with a title, a language, bookmarks and its own letters (PDF/UA-1). */
final class PdfFile {
    private static final Map<String, Integer> WEIGHTS = Map.of("400", 400, "700", 700);

    private final SpringTemplateEngine templates;

    PdfFile(SpringTemplateEngine templates) {
        this.templates = templates;
    }

    byte[] write(Content content, Words words) throws IOException {
        String page = words.inLanguage(locale -> templates.process(
                "report/document", new Context(locale, Map.of("content", content, "language", locale.getLanguage()))));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.useSVGDrawer(new BatikSVGDrawer());
        WEIGHTS.forEach((name, weight) -> {
            builder.useFont(letters("latin", name), "Noto", weight, FontStyle.NORMAL, true);
            builder.useFont(letters("latin-ext", name), "NotoExt", weight, FontStyle.NORMAL, true);
        });
        builder.withProducer("Koppelwerk");
        builder.withHtmlContent(page, null);
        builder.toStream(out);
        builder.run();
        return out.toByteArray();
    }

    private static FSSupplier<InputStream> letters(String subset, String weight) {
        ClassPathResource file =
                new ClassPathResource("static/style/fonts/noto-sans-" + subset + "-" + weight + "-normal.ttf");
        return () -> {
            try {
                return file.getInputStream();
            } catch (IOException e) {
                throw new UncheckedIOException("letters " + file, e);
            }
        };
    }
}
