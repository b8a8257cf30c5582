package nl.koppelwerk.ui.people;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Objects;
import nl.koppelwerk.data.account.Accounts;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.own.OwnPages;
import nl.koppelwerk.data.signin.Sessions;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.OwnLanguage;
import nl.koppelwerk.ui.shell.SecondFactor;
import nl.koppelwerk.ui.shell.Visit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.authorization.AuthorizationManagerFactories;
import org.springframework.security.authorization.AuthorizationManagerFactory;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/**
 * Nobody sees anything without signing in, except what is opened here; which roles a page is open to, its controller says,
 * and a page that says nothing stays shut.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    /** Everything from this server, nothing written into a page. */
    static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; "
            + "img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** What a browser lets go of once somebody has signed out, where the line is encrypted. */
    private static final ClearSiteDataHeaderWriter FORGOTTEN =
            new ClearSiteDataHeaderWriter(Directive.CACHE, Directive.STORAGE);

    /** Where volunteers ask for a link by mail. */
    private static final String OWN_WAY_IN = "/own/ask";

    @Bean
    SecurityFilterChain pages(
            HttpSecurity http,
            SignedIn signedIn,
            SessionWatch watch,
            LogoutHandler signOut,
            ObjectProvider<ClientRegistrationRepository> providers,
            ProviderSignIn atProvider) {
        if (providers.getIfAvailable() != null) {
            http.oauth2Login(login ->
                    login.loginPage("/login").successHandler(atProvider).failureUrl("/login?problem=provider"));
        }
        return http.authorizeHttpRequests(SecurityConfiguration::open)
                .formLogin(login -> login.loginPage("/login")
                        .usernameParameter("email")
                        .authenticationDetailsSource(Visit::of)
                        .successHandler(signedIn)
                        .failureHandler(refusal())
                        .permitAll())
                .addFilterAfter(watch, SecurityContextHolderFilter.class)
                .requestCache(cache -> cache.requestCache(PagesOnly.cache()))
                .logout(logout -> logout.addLogoutHandler(signOut)
                        .addLogoutHandler(new HeaderWriterLogoutHandler(FORGOTTEN))
                        .logoutSuccessUrl("/login?notice=out"))
                .headers(SecurityConfiguration::guard)
                .exceptionHandling(refusals -> refusals.accessDeniedHandler(denial())
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint(OWN_WAY_IN), SecurityConfiguration::own)
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/login"), AnyRequestMatcher.INSTANCE))
                .build();
    }

    private static boolean own(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + OwnLanguage.PAGES);
    }

    private static void open(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                .permitAll()
                .requestMatchers(HttpMethod.GET, "/style/**", "/site/**", "/login")
                .permitAll()
                .requestMatchers("/forgotten-password", "/welcome", "/welcome/password")
                .permitAll()
                .requestMatchers(
                        OWN_WAY_IN,
                        "/own/enter",
                        "/own/passkey/**",
                        "/own/unchanged",
                        "/own/answer",
                        "/own/calendar/*.ics",
                        "/own/leave")
                .permitAll()
                .requestMatchers("/join", "/join/near", "/join/confirm", "/join/thanks")
                .permitAll()
                .requestMatchers(
                        "/help",
                        "/help/standing",
                        "/help/standing/save",
                        "/help/standing/intake.html",
                        "/help/standing/intake.json",
                        "/help/link",
                        "/help/code")
                .permitAll()
                .requestMatchers("/login/second-step", "/account/second-step/**")
                .authenticated()
                .requestMatchers("/actuator/**")
                .denyAll()
                .anyRequest()
                .access(everyStep().authenticated());
    }

    /** Whoever is asked for a second step has shown it. */
    private static AuthorizationManagerFactory<RequestAuthorizationContext> everyStep() {
        return AuthorizationManagerFactories.<RequestAuthorizationContext>multiFactor()
                .when(SecondFactor::asked)
                .requireFactors(SecondFactor.AUTHORITY)
                .build();
    }

    private static AuthenticationFailureHandler refusal() {
        return (request, response, refused) -> response.sendRedirect(request.getContextPath()
                + (refused instanceof TooManyAttempts wait
                        ? "/login?problem=wait&minutes=" + wait.minutes()
                        : "/login?problem=wrong"));
    }

    private static AccessDeniedHandler denial() {
        return (request, response, denied) -> {
            Authentication shown = SecurityContextHolder.getContext().getAuthentication();
            if (denied instanceof CsrfException && shown == null) {
                response.sendRedirect(request.getContextPath() + afterExpiry(request));
            } else if (shown != null
                    && SecondFactor.missing(shown)
                    && shown.getPrincipal() instanceof Coordinator person) {
                response.sendRedirect(request.getContextPath() + SecondFactor.page(person));
            } else {
                new AccessDeniedHandlerImpl().handle(request, response, denied);
            }
        };
    }

    /** A page that stood open for long is opened anew, where it is known which one. */
    private static String afterExpiry(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return own(request)
                ? OWN_WAY_IN + "?notice=expired"
                : OwnLanguage.spokenAt(path)
                        ? path.replaceAll("/(near|save)$", "") + key(request)
                        : "/login?notice=expired";
    }

    /** The link of a mail goes on working where the page of it stood open overnight. */
    private static String key(HttpServletRequest request) {
        String key = Objects.requireNonNullElse(request.getParameter("key"), "");
        return key.matches("[A-Za-z0-9_-]{43}") ? "?key=" + key : "";
    }

    private static void guard(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy("camera=(), geolocation=(), microphone=()"))
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
    }

    /** A letter that no text can hold (U+0000) is refused before a page sees it: the database refuses it with an error. */
    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
        return firewall;
    }

    @Bean
    PasswordSignIn passwordSignIn(
            StaffAccounts staff,
            PasswordEncoder encoder,
            GuessingBrake brake,
            Accounts accounts,
            PasswordSignIn.RefusedSignIns refused) {
        DaoAuthenticationProvider check = new DaoAuthenticationProvider(staff);
        check.setPasswordEncoder(encoder);
        return new PasswordSignIn(check, brake, accounts, refused);
    }

    @Bean
    PasswordSignIn.RefusedSignIns refusedSignIns(OrganisationScope scope, Audit audit) {
        return new PasswordSignIn.RefusedSignIns(scope, audit);
    }

    @Bean
    SessionWatch sessionWatch(OrganisationScope scope, Sessions sessions, OwnPages pages, Clock clock) {
        return new SessionWatch(scope, sessions, pages, clock);
    }

    /** Only inside the chain above, where it is known who asks. */
    @Bean
    FilterRegistrationBean<SessionWatch> sessionWatchOnce(SessionWatch watch) {
        FilterRegistrationBean<SessionWatch> registration = new FilterRegistrationBean<>(watch);
        registration.setEnabled(false);
        return registration;
    }
}
