package nl.koppelwerk.ui.browser;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import nu.validator.client.EmbeddedValidator;
import org.xml.sax.SAXException;

/** What the Nu validator, which checks pages for the W3C, has against a page. */
final class ValidHtml {
    /** Its schema is read by recursion, deeper than an ordinary stack. */
    private static final long STACK_BYTES = 64L << 20;

    private ValidHtml() {}

    /** Errors and warnings, a line each; empty for a valid page. */
    static List<String> complaints(byte[] html) {
        CompletableFuture<String> answer = new CompletableFuture<>();
        Thread.Builder.OfPlatform deep =
                Thread.ofPlatform().name("html-validator").stackSize(STACK_BYTES);
        CompletableFuture<String> asked = answer.completeAsync(() -> validate(html), task -> deep.start(task));
        return asked.join()
                .lines()
                .filter(line -> line.contains(" error: ") || line.contains(" warning: "))
                .toList();
    }

    private static String validate(byte[] html) {
        EmbeddedValidator validator = new EmbeddedValidator();
        validator.setOutputFormat(EmbeddedValidator.OutputFormat.GNU);
        validator.setNoLangDetect(true);
        try {
            return validator.validate(new ByteArrayInputStream(html));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
    }
}
