package nl.koppelwerk.ui.shell;

import jakarta.servlet.MultipartConfigElement;
import java.io.IOException;
import java.security.SecureRandom;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.database.Reader;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.CacheControl;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** The frame that all pages are shown in. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PublicAddress.class)
class WebConfiguration implements WebMvcConfigurer {
    private static final int REFERENCE_BYTES = 5;

    private final ObjectProvider<OrganisationScope> scope;
    private final ObjectProvider<Audit> audit;

    /** Asked when a page was opened: the scope itself asks here who reads. */
    WebConfiguration(ObjectProvider<OrganisationScope> scope, ObjectProvider<Audit> audit) {
        this.scope = scope;
        this.audit = audit;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        LocaleChangeInterceptor change = new LocaleChangeInterceptor();
        change.setParamName("language");
        change.setHttpMethods("GET");
        change.setIgnoreInvalidLocale(true);
        registry.addInterceptor(change);
        registry.addInterceptor(new Doorkeeper());
        registry.addInterceptor(new SeenPages(scope, audit));
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addFormatterForFieldAnnotation(new Days());
    }

    /**
     * Files are below two paths and nowhere else: with Boot's one handler for every path, each link of a page is looked up among
     * the files of all libraries, to find that it is none.
     */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        for (String folder : List.of("/style/", "/site/")) {
            registry.addResourceHandler(folder + "**")
                    .addResourceLocations("classpath:/static" + folder)
                    .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)))
                    .resourceChain(true)
                    .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
        }
    }

    /** What the database shows depends on who is signed in, and on nobody else. */
    @Bean
    Reader signedInReader() {
        return () -> Coordinator.signedIn().map(Coordinator::account).or(WebConfiguration::volunteer);
    }

    private static Optional<UUID> volunteer() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(Authentication::getPrincipal)
                .filter(SignedInVolunteer.class::isInstance)
                .map(principal -> ((SignedInVolunteer) principal).volunteer().value());
    }

    @Bean
    LocaleResolver localeResolver() {
        return new ReaderLanguage();
    }

    /** All that is in {@code messages}, one bundle for each feature. */
    @Bean
    MessageSource messageSource() throws IOException {
        ResourceBundleMessageSource messages = bundles(new ResourceBundleMessageSource());
        messages.setParentMessageSource(bundles(new DutchInstead()));
        return messages;
    }

    private static ResourceBundleMessageSource bundles(ResourceBundleMessageSource messages) throws IOException {
        messages.setBasenames(Arrays.stream(
                        new PathMatchingResourcePatternResolver().getResources("classpath:messages/*_nl.properties"))
                .map(bundle -> "messages/"
                        + Objects.requireNonNull(bundle.getFilename()).replace("_nl.properties", ""))
                .sorted()
                .toArray(String[]::new));
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setDefaultLocale(ReaderLanguage.DUTCH);
        messages.setAlwaysUseMessageFormat(true);
        return messages;
    }

    /** What a language does not say yet is said in Dutch: the one that whoever helps the reader knows. */
    private static final class DutchInstead extends ResourceBundleMessageSource {
        @Override
        protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
            return super.resolveCode(code, ReaderLanguage.DUTCH);
        }

        @Override
        protected @Nullable String resolveCodeWithoutArguments(String code, Locale locale) {
            return super.resolveCodeWithoutArguments(code, ReaderLanguage.DUTCH);
        }
    }

    /** Comes before whatever looks into what was sent. */
    @Bean
    FilterRegistrationBean<TooLarge> tooLarge(MultipartConfigElement limits) {
        FilterRegistrationBean<TooLarge> first = new FilterRegistrationBean<>(new TooLarge(limits.getMaxRequestSize()));
        first.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return first;
    }

    @Bean
    ErrorReference errorReference() {
        SecureRandom random = new SecureRandom();
        return new ErrorReference(() -> {
            byte[] bytes = new byte[REFERENCE_BYTES];
            random.nextBytes(bytes);
            return HexFormat.of().formatHex(bytes).toUpperCase(Locale.ROOT);
        });
    }
}
