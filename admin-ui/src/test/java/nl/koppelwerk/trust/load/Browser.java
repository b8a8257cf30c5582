package nl.koppelwerk.trust.load;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** A browser as a server sees it: keeps cookies, follows redirects, asks for packed pages, and for a style sheet once. */
final class Browser {
    private static final Pattern FILE = Pattern.compile("(?:href|src)=\"(/(?:style|site)/[^\"]+)\"");
    private static final Pattern TOKEN = Pattern.compile("(?:name=\"_csrf\" value|data-csrf)=\"([^\"]+)\"");
    private static final int REDIRECTS = 5;

    private final HttpClient network;
    private final URI address;
    private final Measurements measurements;
    private final Map<String, String> cookies = new TreeMap<>();
    private final Set<String> kept = new HashSet<>();
    private int requests;

    Browser(HttpClient network, URI address, Measurements measurements) {
        this.network = network;
        this.address = address;
        this.measurements = measurements;
    }

    /** What came back. */
    record Page(int status, Optional<String> location, byte[] body, boolean packed) {
        String text() {
            try (ByteArrayInputStream raw = new ByteArrayInputStream(body)) {
                return new String(
                        packed ? new GZIPInputStream(raw).readAllBytes() : raw.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        List<String> all(Pattern one) {
            return one.matcher(text())
                    .results()
                    .map(found -> found.group(1))
                    .distinct()
                    .toList();
        }

        Optional<String> first(Pattern one) {
            Matcher found = one.matcher(text());
            return found.find() ? Optional.of(found.group(1)) : Optional.empty();
        }

        String token() {
            return first(TOKEN).orElse("");
        }
    }

    /** How many requests since this was asked last. */
    int requestsSince() {
        int made = requests;
        requests = 0;
        return made;
    }

    /** Forgets everything, as a browser that was never here. */
    void forget() {
        cookies.clear();
        kept.clear();
    }

    /** Opens a page, with the style sheets and scripts that were not here before. */
    Page open(String kind, String path) {
        Page page = follow(kind, send(kind, request(path).GET()));
        for (String file : page.all(FILE)) {
            if (kept.add(file)) {
                send("static file", request(file).GET());
            }
        }
        return page;
    }

    /** A part of a page, asked for by its script. */
    Page part(String kind, String path) {
        return send(kind, request(path).header("HX-Request", "true").GET());
    }

    /** Sends a form of a page; what it leads to counts as a page of its own. */
    Page send(String kind, String path, Page from, List<Map.Entry<String, String>> form) {
        return follow(kind + ", what follows", send(kind, form(path, from, form)));
    }

    /** Sends a change as the script of the volunteers' page does. */
    Page change(String kind, String path, Page from, List<Map.Entry<String, String>> form) {
        return send(kind, form(path, from, form).setHeader("Accept", "application/json"));
    }

    private HttpRequest.Builder form(String path, Page from, List<Map.Entry<String, String>> form) {
        String body = Stream.concat(Stream.of(Map.entry("_csrf", from.token())), form.stream())
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private Page follow(String kind, Page first) {
        Page page = first;
        for (int i = 0; i < REDIRECTS && page.location().isPresent(); i++) {
            page = send(kind, request(page.location().get()).GET());
        }
        return page;
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .header("Accept", "text/html")
                .header("Accept-Language", "nl")
                .header("Accept-Encoding", "gzip");
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(one -> one.getKey() + "=" + one.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private Page send(String kind, HttpRequest.Builder request) {
        requests++;
        long start = System.nanoTime();
        try {
            HttpResponse<byte[]> answer = network.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            measurements.add(kind, took, answer.statusCode() < 400 ? "" : "status " + answer.statusCode());
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return new Page(
                    answer.statusCode(),
                    answer.headers().firstValue("Location"),
                    answer.body(),
                    answer.headers().firstValue("Content-Encoding").isPresent());
        } catch (IOException e) {
            measurements.add(
                    kind,
                    Duration.ofNanos(System.nanoTime() - start),
                    e.getClass().getSimpleName());
            return new Page(0, Optional.empty(), new byte[0], false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Page(0, Optional.empty(), new byte[0], false);
        }
    }

    private void keep(String cookie) {
        String[] parts = cookie.split(";", 2)[0].split("=", 2);
        if (parts[1].isEmpty() || cookie.contains("Max-Age=0")) {
            cookies.remove(parts[0]);
        } else {
            cookies.put(parts[0], parts[1]);
        }
    }
}
