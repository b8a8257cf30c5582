package nl.koppelwerk.ui.shell;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Where people find the pages at an https address, whatever stands before this server has decrypted each request: cookies
 * are for encrypted lines only then, redirects lead there, and browsers are told to come back by no other.
 */
@Configuration(proxyBeanMethods = false)
class EncryptedOutside {
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> encryptedRequests(PublicAddress site) {
        return server -> {
            if (site.isEncrypted()) {
                server.addConnectorCustomizers(connector -> {
                    connector.setSecure(true);
                    connector.setScheme("https");
                });
            }
        };
    }

    @Bean
    ServletContextInitializer encryptedSessionCookie(PublicAddress site) {
        return context -> {
            if (site.isEncrypted() && context.getContextPath().isEmpty()) {
                context.getSessionCookieConfig()
                        .setName(KeptCookie.HOST
                                + context.getSessionCookieConfig().getName());
                context.getSessionCookieConfig().setPath("/");
                context.getSessionCookieConfig().setSecure(true);
            }
        };
    }
}
