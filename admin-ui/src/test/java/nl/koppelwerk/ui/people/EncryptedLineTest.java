package nl.koppelwerk.ui.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.ui.RunningPages;
import nl.koppelwerk.ui.Town;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DatabaseExtension.class)
class EncryptedLineTest {
    private static final String NOOR = "noor@koppelwerk.example";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private static final Pattern STYLE = Pattern.compile("href=\"(/style/koppelwerk-[0-9a-f]{32}\\.css)\"");

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void behindAnHttpsAddressCookiesAreForEncryptedLinesOnlyAndBrowsersComeBackByNoOther(TestDatabase database)
            throws IOException, InterruptedException {
        Town.emptyTown(database, "Versleuteld", NOOR);

        try (RunningPages pages = new RunningPages(database, "--koppelwerk.site.address=https://koppelwerk.example")) {
            HttpResponse<String> login = get(pages, "/login?language=en");
            HttpResponse<String> in = signIn(pages, login);

            assertThat(login.headers().firstValue("Strict-Transport-Security"))
                    .hasValue("max-age=31536000 ; includeSubDomains");
            assertThat(login.headers().firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
            assertThat(login.headers().firstValue("Cache-Control").orElseThrow())
                    .contains("no-store");
            assertThat(names(login)).contains("__Host-koppelwerk", "__Host-language");
            assertThat(names(in)).contains("__Host-koppelwerk", "__Secure-known");
            assertThat(cookies(in))
                    .allMatch(cookie -> cookie.contains("; Secure")
                            && cookie.contains("; HttpOnly")
                            && cookie.contains("SameSite=Lax"));
            assertThat(in.headers().firstValue("Location").orElseThrow()).startsWith("https://");
        }
    }

    @Test
    void onOneOwnComputerPagesWorkWithoutEncryption(TestDatabase database) throws IOException, InterruptedException {
        Town.emptyTown(database, "Open", "open@koppelwerk.example");

        try (RunningPages pages = new RunningPages(database)) {
            HttpResponse<String> login = get(pages, "/login");

            assertThat(names(login)).containsExactly("koppelwerk");
            assertThat(cookies(login)).noneMatch(cookie -> cookie.contains("Secure"));
            assertThat(login.headers().firstValue("Strict-Transport-Security")).isEmpty();
        }
    }

    @Test
    void aFileOfThePagesIsKeptForAYearUnderANameThatChangesWithItAndNothingElseIsServed(TestDatabase database)
            throws IOException, InterruptedException {
        try (RunningPages pages = new RunningPages(database)) {
            Matcher style = STYLE.matcher(get(pages, "/login").body());

            assertThat(style.find()).isTrue();
            HttpResponse<String> file = get(pages, style.group(1));
            assertThat(file.statusCode()).isEqualTo(200);
            assertThat(file.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/css");
            assertThat(file.headers().firstValue("Cache-Control")).hasValue("max-age=31536000");
            assertThat(get(pages, "/style/../application.yaml").statusCode()).isEqualTo(400);
            assertThat(get(pages, "/site/%2e%2e/application.yaml").statusCode()).isEqualTo(400);
            assertThat(get(pages, "/style/unknown.css").statusCode()).isEqualTo(404);
            assertThat(get(pages, "/application.yaml").statusCode()).isEqualTo(302);
        }
    }

    private HttpResponse<String> get(RunningPages pages, String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(pages.address() + path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> signIn(RunningPages pages, HttpResponse<String> login)
            throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(login.body());
        assertThat(token.find()).isTrue();
        String form = "_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8) + "&email=" + NOOR
                + "&password=" + Town.PASSWORD;
        return client.send(
                HttpRequest.newBuilder(URI.create(pages.address() + "/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header(
                                "Cookie",
                                cookies(login).stream()
                                        .map(cookie -> cookie.split(";", 2)[0])
                                        .collect(Collectors.joining("; ")))
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private static List<String> cookies(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie");
    }

    private static List<String> names(HttpResponse<String> answer) {
        return cookies(answer).stream().map(cookie -> cookie.split("=", 2)[0]).toList();
    }
}
