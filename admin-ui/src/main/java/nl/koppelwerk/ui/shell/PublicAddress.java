package nl.koppelwerk.ui.shell;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where people find the pages, for links in mail: set, and never taken from a request, which can say anything.
 *
 * @param address without a slash at the end
 */
@ConfigurationProperties("koppelwerk.site")
public record PublicAddress(URI address) {
    /** Whether what people send is encrypted on its way. */
    boolean isEncrypted() {
        return "https".equalsIgnoreCase(address.getScheme());
    }

    public String of(String path) {
        return address + path;
    }
}
