package nl.koppelwerk.trust.abuse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.koppelwerk.trust.abuse.Grounds.Sent;
import nl.koppelwerk.ui.HttpVisitor;
import nl.koppelwerk.ui.OwnMailbox;
import nl.koppelwerk.ui.Town;
import org.awaitility.Awaitility;

/** Works with a demonstration as people do, with names and secrets that are known again. */
final class Planting implements AutoCloseable {
    private static final String NAME = "Kanarie Zwartkop";
    private static final String NOTE = "Zwartkoplaan 9988, achterom";
    private static final String PASSWORD = "kanarie-wachtwoord-9988";
    private static final String VOLUNTEER = "vrijwilliger@koppelwerk.example";
    private static final int MOST_PAGES = 150;

    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)\"");
    private static final Pattern SEED = Pattern.compile("<code class=\"kw-secret\">([^<]+)</code>");
    private static final String LEFT_ALONE =
            ".*(logout|erase|merge|leave|style|site/|password|second-step|/runs|/tries|capacity|close|language=).*";

    private final Demonstration demonstration;
    private final Map<String, List<String>> secrets = new LinkedHashMap<>();
    private final Map<String, String> errors = new LinkedHashMap<>();
    private final List<HttpVisitor> visitors = new ArrayList<>();

    Planting(Demonstration demonstration) {
        this.demonstration = demonstration;
    }

    /** What to look for, by what it is. */
    Map<String, List<String>> planted() {
        HttpVisitor stranger = visitor();
        stranger.signIn("kanarie.zwartkop@voorbeeld.example", PASSWORD);
        HttpVisitor coordinator = signedIn("coordinator@koppelwerk.example");
        HttpVisitor administrator = signedIn("beheer@koppelwerk.example");
        secrets.put("a name", List.of(NAME));
        secrets.put("a note", List.of(NOTE));
        secrets.put("a password", List.of(PASSWORD));
        secrets.put("a session", List.of(coordinator.session(), administrator.session()));
        Matcher seed = SEED.matcher(administrator.get("/account/second-step").body());
        secrets.put("a key of codes", seed.find() ? List.of(seed.group(1).replace(" ", "")) : List.of());
        link();
        try {
            secrets.put(
                    "the database's password",
                    List.of(Files.readString(demonstration.database().resolve("password"))
                            .strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        walk(coordinator, "/morning", true);
        walk(administrator, "/staff", true);
        return secrets;
    }

    /** Asked for by mail and used. */
    private void link() {
        HttpVisitor volunteer = visitor();
        volunteer.get("/own/ask");
        volunteer.post("/own/ask", "email", VOLUNTEER);
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> !mails().isEmpty());
        String mail = mails().getFirst();
        secrets.put("a link in a mail", List.of(OwnMailbox.link(mail)));
        secrets.put(
                "a code in a mail",
                List.of(OwnMailbox.code(mail), OwnMailbox.code(mail).replace(" ", "")));
        volunteer.get("/own/enter");
        volunteer.follow(volunteer.post("/own/enter", "token", OwnMailbox.link(mail)));
        secrets.put("a session of a volunteer", List.of(volunteer.session()));
    }

    private List<String> mails() {
        Path folder = demonstration.home().resolve(".koppelwerk/mail");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            List<String> found = new ArrayList<>();
            for (Path file : all.filter(one -> one.getFileName().toString().startsWith(VOLUNTEER))
                    .toList()) {
                String text = Files.readString(file);
                if (text.contains("/own/enter")) {
                    found.add(text);
                }
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpVisitor visitor() {
        HttpVisitor visitor = new HttpVisitor(demonstration.site());
        visitors.add(visitor);
        return visitor;
    }

    private HttpVisitor signedIn(String email) {
        HttpVisitor visitor = visitor();
        visitor.follow(visitor.signIn(email, Town.PASSWORD));
        return visitor;
    }

    /** From page to page; types in the forms of each when asked to. Answers what was read. */
    private Map<String, String> walk(HttpVisitor visitor, String from, boolean types) {
        Map<String, String> read = new LinkedHashMap<>();
        Set<String> known = new LinkedHashSet<>(Set.of(plain(from)));
        Deque<String> ahead = new ArrayDeque<>(List.of(from));
        while (!ahead.isEmpty() && read.size() < MOST_PAGES) {
            String address = ahead.remove();
            HttpVisitor.Answer answer = visitor.follow(visitor.get(address));
            read.put(address, answer.body());
            if (types && answer.status() == 200) {
                Form.on(answer.body()).stream()
                        .filter(form -> form.post()
                                && !form.action().matches(LEFT_ALONE)
                                && !form.action().isEmpty())
                        .forEach(form -> type(visitor, form));
                error(visitor, address);
            }
            Matcher link = LINK.matcher(answer.body());
            while (link.find()) {
                String next = link.group(1).replace("&amp;", "&");
                if (!next.matches(LEFT_ALONE) && known.add(plain(next))) {
                    ahead.add(next);
                }
            }
        }
        return read;
    }

    /** One page of each kind. */
    private static String plain(String address) {
        return address.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "{id}")
                .replaceAll("=[^&]*", "=")
                .replaceAll("/\\d+", "/{number}");
    }

    private static void type(HttpVisitor visitor, Form form) {
        List<String> sent = new ArrayList<>();
        for (Sent.Field field : form.plausible()) {
            sent.add(field.name());
            sent.add(
                    switch (field.value()) {
                        case "Tekst" -> NAME;
                        case "Een paar woorden." -> NOTE;
                        default -> field.value();
                    });
        }
        visitor.post(form.action(), sent.toArray(String[]::new));
    }

    /** With a name where a number, a day or a choice was meant, and where nothing is. */
    private void error(HttpVisitor visitor, String address) {
        String name = NAME.replace(" ", "%20");
        for (String wrong : List.of(
                address.replaceAll("\\?.*", "") + "?page=" + name + "&from=" + name + "&until=" + name + "&programme="
                        + name,
                address.replaceAll("\\?.*", "") + "/" + name)) {
            HttpVisitor.Answer answer = visitor.get(wrong);
            if (answer.status() >= 400) {
                errors.put(wrong.replace(name, "…"), answer.body());
            }
        }
    }

    Map<String, String> errors() {
        return errors;
    }

    /** What readers see who see no persons. */
    Map<String, String> others() {
        Map<String, String> read = new LinkedHashMap<>(walk(signedIn("gemeente@koppelwerk.example"), "/", false));
        read.putAll(walk(signedIn("systeem@koppelwerk.example"), "/", false));
        return read;
    }

    /** What a program reads that watches the application, and what it may not. */
    Map<String, String> watched() {
        Map<String, String> read = new LinkedHashMap<>();
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String what : List.of(
                    "",
                    "/health",
                    "/health/readiness",
                    "/prometheus",
                    "/env",
                    "/configprops",
                    "/beans",
                    "/mappings",
                    "/threaddump",
                    "/heapdump",
                    "/loggers",
                    "/logfile",
                    "/httpexchanges",
                    "/sessions",
                    "/info",
                    "/metrics")) {
                URI address = URI.create(demonstration.management() + "/actuator" + what);
                read.put(
                        "/actuator" + what,
                        client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                                .body());
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        visitors.forEach(HttpVisitor::close);
    }
}
