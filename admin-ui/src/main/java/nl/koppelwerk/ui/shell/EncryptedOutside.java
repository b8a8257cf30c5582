package nl.koppelwerk.ui.shell;

import nl.koppelwerk.data.session.SessionSeal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.session.autoconfigure.DefaultCookieSerializerCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.CookieSerializer;

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
    DefaultCookieSerializerCustomizer encryptedSessionCookie(
            PublicAddress site,
            @Value("${server.servlet.session.cookie.name}") String name,
            @Value("${server.servlet.context-path:}") String context) {
        return cookie -> {
            cookie.setUseBase64Encoding(false);
            if (site.isEncrypted()) {
                cookie.setUseSecureCookie(true);
                cookie.setCookieName(context.isEmpty() ? KeptCookie.HOST + name : name);
            }
        };
    }

    @Bean
    CookieHttpSessionIdResolver sessionsByCookie(CookieSerializer plain, SessionSeal seal) {
        CookieHttpSessionIdResolver sessions = new CookieHttpSessionIdResolver();
        sessions.setCookieSerializer(new SealedSessionCookie(plain, seal));
        return sessions;
    }
}
