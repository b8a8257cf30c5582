package nl.koppelwerk.ui.shell;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** The frame that all pages are shown in. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {
    private static final int REFERENCE_BYTES = 5;

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        LocaleChangeInterceptor change = new LocaleChangeInterceptor();
        change.setParamName("language");
        change.setHttpMethods("GET");
        change.setIgnoreInvalidLocale(true);
        registry.addInterceptor(change);
    }

    @Bean
    LocaleResolver localeResolver() {
        return new ReaderLanguage();
    }

    @Bean
    MessageSource messageSource() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setDefaultLocale(ReaderLanguage.DUTCH);
        messages.setAlwaysUseMessageFormat(true);
        return messages;
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
