package nl.koppelwerk.ui.shell;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.web.context.request.WebRequest;

/** Gives a failed page a number that stands in the log too, and nothing else: no stack trace and no person. */
final class ErrorReference extends DefaultErrorAttributes {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorReference.class);

    private static final int FAILED = 500;

    private final Supplier<String> references;

    ErrorReference(Supplier<String> references) {
        this.references = references;
    }

    @Override
    public Map<String, @Nullable Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
        int status = super.getErrorAttributes(request, options).get("status") instanceof Integer code ? code : FAILED;
        String reference = references.get();
        Throwable error = getError(request);
        if (error != null && status >= FAILED) {
            LOG.error("Page failed, reference {}", reference, error);
        } else {
            LOG.info("Page refused with status {}, reference {}", status, reference);
        }
        return new HashMap<>(Map.of("status", status, "reference", reference, "kind", kind(status)));
    }

    private static String kind(int status) {
        return switch (status) {
            case 404 -> "unknown";
            case 403 -> "forbidden";
            case 413 -> "large";
            default -> status < FAILED ? "wrong" : "failed";
        };
    }
}
