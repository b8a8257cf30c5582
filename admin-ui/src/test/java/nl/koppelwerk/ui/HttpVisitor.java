package nl.koppelwerk.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody with cookies who reads pages and sends their forms over HTTP, as a browser without scripts does. */
public final class HttpVisitor implements AutoCloseable {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String address;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client;
    private String page = "";

    public HttpVisitor(RunningPages pages) {
        this(pages.address());
    }

    /** @param address of pages that run elsewhere: {@code http://127.0.0.1:8080} */
    public HttpVisitor(String address) {
        this.address = address;
        this.client = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** What came back: follows redirects itself, to see them. */
    public record Answer(int status, Optional<String> location, String body) {}

    public Answer get(String path) {
        Answer answer = send(request(path).header("Accept", "text/html").GET().build());
        if (answer.status() == 200 || answer.status() == 422) {
            page = answer.body();
        }
        return answer;
    }

    /** As programs do that only look whether there is something. */
    public int head(String path) {
        return send(request(path).header("Accept", "text/html").HEAD().build()).status();
    }

    /** Goes on until there is a page. */
    public Answer follow(Answer from) {
        Answer answer = from;
        for (int i = 0; i < 5 && answer.location().isPresent(); i++) {
            answer = get(answer.location().get());
        }
        return answer;
    }

    /** Sends a form with the token of the page that was read last. */
    public Answer post(String path, String... namesAndValues) {
        StringBuilder form = new StringBuilder("_csrf=" + encoded(token()));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.append('&').append(namesAndValues[i]).append('=').append(encoded(namesAndValues[i + 1]));
        }
        Answer answer = send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .POST(HttpRequest.BodyPublishers.ofString(form.toString()))
                .build());
        if (answer.status() == 200 || answer.status() == 422) {
            page = answer.body();
        }
        return answer;
    }

    /** Sends a file of so many zeros, as a form on the page that was read last does. */
    public Answer upload(String path, long bytes) {
        String parts = part("_csrf", "") + token() + "\r\n" + part("municipality", "") + "Rotterdam\r\n"
                + part("file", "; filename=\"groot.csv\"");
        List<byte[]> pieces = pieces(parts, bytes);
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=grens")
                .header("Accept", "text/html")
                .POST(HttpRequest.BodyPublishers.fromPublisher(
                        HttpRequest.BodyPublishers.ofByteArrays(pieces),
                        pieces.stream().mapToLong(piece -> piece.length).sum()))
                .build());
    }

    private static String part(String name, String more) {
        return "--grens\r\nContent-Disposition: form-data; name=\"" + name + "\"" + more + "\r\n\r\n";
    }

    private static List<byte[]> pieces(String before, long bytes) {
        byte[] megabyte = new byte[1 << 20];
        List<byte[]> pieces = new ArrayList<>();
        pieces.add(before.getBytes(StandardCharsets.UTF_8));
        for (long sent = 0; sent < bytes; sent += megabyte.length) {
            pieces.add(megabyte);
        }
        pieces.add("\r\n--grens--\r\n".getBytes(StandardCharsets.UTF_8));
        return pieces;
    }

    public Answer signIn(String email, String password) {
        get("/login");
        return post("/login", "email", email, "password", password);
    }

    public String session() {
        return cookie("koppelwerk").orElse("");
    }

    public Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    /** Comes with a cookie that somebody else got. */
    public void show(String name, String value) {
        HttpCookie cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setDomain(URI.create(address).getHost());
        cookie.setVersion(0);
        cookies.getCookieStore().add(URI.create(address), cookie);
    }

    public void keepOnly(String name) {
        List.copyOf(cookies.getCookieStore().getCookies()).stream()
                .filter(cookie -> !cookie.getName().equals(name))
                .forEach(cookie -> cookies.getCookieStore().remove(null, cookie));
    }

    private String path(String location) {
        return location.startsWith(address) ? location.substring(address.length()) : location;
    }

    private String token() {
        Matcher token = TOKEN.matcher(page);
        return token.find() ? token.group(1) : "";
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path));
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Location").map(this::path),
                    Objects.requireNonNullElse(response.body(), ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
    }
}
