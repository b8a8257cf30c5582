package nl.koppelwerk.ui.shell;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets through who has a role that the page is {@link OpenTo open to}. Pages that are open to everybody are named in the
 * security configuration, not here.
 */
final class Doorkeeper implements HandlerInterceptor {
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && !mayEnter(method) && !shownAfterAnError(request, method)) {
            throw new AccessDeniedException("not open to this role: " + method.getShortLogMessage());
        }
        return true;
    }

    private static boolean mayEnter(HandlerMethod method) {
        Authentication reader = SecurityContextHolder.getContext().getAuthentication();
        return openTo(method)
                .map(roles -> roles.length == 0 || (reader != null && hasOne(reader, roles)))
                .orElse(false);
    }

    /** The roles that a page is open to; none of them: open to everybody, signed in or not. */
    static Optional<Role[]> openTo(HandlerMethod method) {
        @Nullable OpenTo own = method.getMethodAnnotation(OpenTo.class);
        @Nullable OpenTo ofAll = method.getBeanType().getAnnotation(OpenTo.class);
        return Optional.ofNullable(own).or(() -> Optional.ofNullable(ofAll)).map(OpenTo::value);
    }

    private static boolean hasOne(Authentication reader, Role[] roles) {
        return Arrays.stream(roles)
                .anyMatch(role -> reader.getAuthorities().stream()
                        .anyMatch(held -> ("ROLE_" + role).equals(held.getAuthority())));
    }

    private static boolean shownAfterAnError(HttpServletRequest request, HandlerMethod method) {
        return request.getDispatcherType() == DispatcherType.ERROR || method.getBean() instanceof ErrorController;
    }
}
