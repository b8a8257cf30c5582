package nl.koppelwerk.ui.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CLI;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A real browser: Chromium or Chrome as it is found here, else Debian's package where it may be installed, else
 * Playwright's own download. Without any of these the tests fail and say what to install.
 */
public final class Chromium implements AutoCloseable {
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome.exe");
    private static final List<String> PLACES = List.of(
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe");
    private static final String MISSING =
            "The browser tests need Chromium or Chrome, and none was found or could be installed. Install one "
                    + "(Debian, Ubuntu: apt-get install chromium), or name its program: BROWSER_PATH=/path/to/chrome";

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** @param more what to start the browser with besides the usual */
    public static Chromium open(String... more) {
        Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(withOwnNode()));
        Optional<Path> program = found().or(Chromium::installed);
        if (program.isEmpty()) {
            downloaded();
        }
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions()
                .setArgs(Stream.concat(Stream.of("--no-sandbox", "--disable-dev-shm-usage"), Arrays.stream(more))
                        .toList());
        program.ifPresent(options::setExecutablePath);
        return new Chromium(playwright, playwright.chromium().launch(options));
    }

    public Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Map<String, String> withOwnNode() {
        Path node = onPath(List.of("node", "node.exe"))
                .orElseThrow(
                        () -> new IllegalStateException("the browser tests need Node 20 or newer: node not found"));
        return Map.of("PLAYWRIGHT_NODEJS_PATH", node.toString());
    }

    private static Optional<Path> found() {
        return Optional.ofNullable(System.getenv("BROWSER_PATH"))
                .map(Path::of)
                .or(() -> onPath(NAMES))
                .or(() -> PLACES.stream()
                        .map(Path::of)
                        .filter(Files::isExecutable)
                        .findFirst());
    }

    private static Optional<Path> onPath(List<String> names) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> names.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Debian's package, when there is an apt-get and we may use it. */
    private static Optional<Path> installed() {
        boolean root = "root".equals(System.getProperty("user.name"));
        if (root && onPath(List.of("apt-get")).isPresent()) {
            run("apt-get", "update", "-qq");
            run("apt-get", "install", "-qq", "-y", "--no-install-recommends", "chromium");
        }
        return onPath(NAMES);
    }

    private static void downloaded() {
        Path node = Path.of(withOwnNode().get("PLAYWRIGHT_NODEJS_PATH"));
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = new ArrayList<>(List.of(java.toString(), "-cp", System.getProperty("java.class.path")));
        Stream.of(CLI.class.getName(), "install", "chromium").forEach(command::add);
        ProcessBuilder download = new ProcessBuilder(command).inheritIO();
        download.environment().put("PLAYWRIGHT_NODEJS_PATH", node.toString());
        download.environment().remove("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD");
        if (exit(download) != 0) {
            throw new IllegalStateException(MISSING);
        }
    }

    private static void run(String... command) {
        ProcessBuilder process = new ProcessBuilder(command).inheritIO();
        process.environment().put("DEBIAN_FRONTEND", "noninteractive");
        exit(process);
    }

    private static int exit(ProcessBuilder command) {
        try {
            return command.start().waitFor();
        } catch (IOException e) {
            throw new IllegalStateException(MISSING, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
