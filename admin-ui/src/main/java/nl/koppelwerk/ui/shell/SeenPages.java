package nl.koppelwerk.ui.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.database.OrganisationScope;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/** Writes down who opened a page that is {@link Seen}, before any of it is shown: what cannot be written is not shown. */
final class SeenPages implements HandlerInterceptor {
    private final ObjectProvider<OrganisationScope> scope;
    private final ObjectProvider<Audit> audit;

    SeenPages(ObjectProvider<OrganisationScope> scope, ObjectProvider<Audit> audit) {
        this.scope = scope;
        this.audit = audit;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView view) {
        if (handler instanceof HandlerMethod method) {
            @Nullable Seen seen = method.getMethodAnnotation(Seen.class);
            Optional<Coordinator> reader = Coordinator.signedIn();
            if (seen != null && reader.isPresent()) {
                note(reader.get(), seen.value(), request);
            }
        }
    }

    private void note(Coordinator reader, AuditEntry.Subject subject, HttpServletRequest request) {
        Optional<String> object = named(request);
        AuditEntry entry = new AuditEntry(
                Optional.of(reader.account()),
                object.isPresent() ? AuditEntry.Action.SEEN : AuditEntry.Action.SEARCHED,
                subject,
                object.orElseGet(() -> request.getRequestURI().split("/", 3)[1]),
                Map.of());
        scope.getObject().inside(reader.organisation(), () -> audit.getObject().add(reader.organisation(), entry));
    }

    /** The first thing that the address names; else what a form is begun for. */
    private static Optional<String> named(HttpServletRequest request) {
        return inPath(request)
                .or(() -> Stream.of("registration", "request", "family", "volunteer")
                        .map(request::getParameter)
                        .filter(value -> value != null && isId(value))
                        .findFirst());
    }

    private static Optional<String> inPath(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                ? variables.values().stream()
                        .map(String::valueOf)
                        .filter(value -> value.matches("[0-9]{1,18}") || isId(value))
                        .findFirst()
                : Optional.empty();
    }

    private static boolean isId(String value) {
        try {
            return UUID.fromString(value).toString().equals(value);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
