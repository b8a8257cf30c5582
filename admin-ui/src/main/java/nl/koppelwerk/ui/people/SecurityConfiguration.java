package nl.koppelwerk.ui.people;

import jakarta.servlet.DispatcherType;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/**
 * Nobody sees anything without signing in, except what is opened here; which roles a page is open to, its controller says,
 * and a page that says nothing stays shut.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    /** Everything from this server, nothing written into a page. */
    static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; "
            + "img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    SecurityFilterChain pages(HttpSecurity http) {
        return http.authorizeHttpRequests(SecurityConfiguration::open)
                .formLogin(login -> login.loginPage("/login")
                        .usernameParameter("email")
                        .defaultSuccessUrl("/")
                        .failureUrl("/login?problem=wrong")
                        .permitAll())
                // Back to the page that was asked for; never to a picture that a browser asks for by itself.
                .requestCache(cache -> cache.requestCache(pagesOnly()))
                .logout(logout -> logout.logoutSuccessUrl("/login?notice=out"))
                .headers(SecurityConfiguration::guard)
                .exceptionHandling(refusals -> refusals.accessDeniedHandler((request, response, denied) -> {
                    if (denied instanceof CsrfException && !signedIn()) {
                        response.sendRedirect(request.getContextPath() + "/login?notice=expired");
                    } else {
                        new AccessDeniedHandlerImpl().handle(request, response, denied);
                    }
                }))
                .build();
    }

    private static boolean signedIn() {
        return SecurityContextHolder.getContext().getAuthentication() != null;
    }

    private static HttpSessionRequestCache pagesOnly() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(request -> request.getMethod().equals("GET")
                && Objects.requireNonNullElse(request.getHeader("Accept"), "").contains("text/html"));
        return cache;
    }

    private static void open(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                .permitAll()
                .requestMatchers(HttpMethod.GET, "/style/**", "/site/**", "/login")
                .permitAll()
                .requestMatchers("/actuator/**")
                .denyAll()
                .anyRequest()
                .authenticated();
    }

    private static void guard(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy("camera=(), geolocation=(), microphone=()"));
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }
}
