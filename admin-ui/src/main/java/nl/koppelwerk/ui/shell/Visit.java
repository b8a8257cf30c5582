package nl.koppelwerk.ui.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serial;
import java.io.Serializable;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.stream.Stream;
import nl.koppelwerk.data.signin.KnownBrowsers;
import org.jspecify.annotations.Nullable;

/**
 * Where a request comes from.
 *
 * @param network the part of the address that a household or an office shares
 * @param browser in two words, for its owner to know it by
 * @param known what the browser shows to be known by; empty: nothing
 */
public record Visit(String network, String browser, String known) implements Serializable {
    /** The cookie of a browser that somebody signed in with before. */
    public static final KeptCookie KNOWN = new KeptCookie("known", "/login", KnownBrowsers.REMEMBERED);

    @Serial
    private static final long serialVersionUID = 1;

    private static final int IPV4_BYTES = 4;
    private static final int SHARED_BYTES = 8;

    public static Visit of(HttpServletRequest request) {
        @Nullable String agent = request.getHeader("User-Agent");
        return new Visit(
                network(request.getRemoteAddr()),
                browser(agent == null ? "" : agent),
                KNOWN.in(request).orElse(""));
    }

    /** The first three numbers of an IPv4 address, the first half of an IPv6 address. */
    public static String network(String address) {
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            if (bytes.length == IPV4_BYTES) {
                return "%d.%d.%d".formatted(bytes[0] & 0xff, bytes[1] & 0xff, bytes[2] & 0xff);
            }
            StringBuilder half = new StringBuilder();
            for (int i = 0; i < SHARED_BYTES; i += 2) {
                half.append(i == 0 ? "" : ":").append("%x".formatted((bytes[i] & 0xff) << 8 | bytes[i + 1] & 0xff));
            }
            return half.toString();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }

    /** Most browsers call themselves by others' names too, so the order counts. */
    static String browser(String agent) {
        String small = agent.toLowerCase(Locale.ROOT);
        String program = first(small, "edg/=Edge", "firefox/=Firefox", "chrome/=Chrome", "safari/=Safari");
        String system = first(
                small,
                "android=Android",
                "iphone=iPhone",
                "ipad=iPad",
                "windows=Windows",
                "mac os=macOS",
                "linux=Linux");
        return (program + " " + system).strip();
    }

    private static String first(String agent, String... namesBySign) {
        return Stream.of(namesBySign)
                .map(sign -> sign.split("=", 2))
                .filter(sign -> agent.contains(sign[0]))
                .map(sign -> sign[1])
                .findFirst()
                .orElse("");
    }
}
