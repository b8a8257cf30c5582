package nl.koppelwerk.command.worker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nl.koppelwerk.batch.worker.Worker;
import nl.koppelwerk.command.ApplicationStart;
import nl.koppelwerk.command.Console;
import nl.koppelwerk.command.ExitCode;
import nl.koppelwerk.command.Refusal;
import nl.koppelwerk.data.database.DatabaseSettings;
import nl.koppelwerk.data.database.EmbeddedServer;
import nl.koppelwerk.data.work.NoDesk;
import nl.koppelwerk.data.work.WorkerAccess;
import nl.koppelwerk.data.work.WorkerDesk;
import nl.koppelwerk.data.work.WorkerSettings;
import nl.koppelwerk.solver.SearchVersion;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Plans parts of the nights of a Koppelwerk elsewhere, until it is stopped. */
@Command(name = "worker")
public final class WorkerCommand implements Callable<Integer> {
    private static final int SECONDS_TO_LEAVE = 3;

    private final Console console;
    private final Clock clock;

    @Option(names = "--database", paramLabel = "URL")
    private Optional<String> database = Optional.empty();

    @Option(names = "--user", paramLabel = "NAME")
    private Optional<String> user = Optional.empty();

    @Option(names = "--password-file", paramLabel = "FILE")
    private Optional<Path> passwordFile = Optional.empty();

    @Option(names = "--threads", paramLabel = "N")
    private Optional<Integer> threads = Optional.empty();

    public WorkerCommand(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    /** The settings and nothing else. */
    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties({DatabaseSettings.class, WorkerSettings.class})
    static class Settings {}

    @Override
    public Integer call() throws InterruptedException {
        int atOnce = threads.orElseGet(Runtime.getRuntime()::availableProcessors);
        if (atOnce < 1 || atOnce > 1_000) {
            throw new Refusal(ExitCode.USAGE, "worker.threads", String.valueOf(atOnce));
        }
        try (WorkerDesk desk = WorkerDesk.open(access(), atOnce)) {
            return work(desk, new Worker.Name(place(), SearchVersion.running(), atOnce));
        } catch (NoDesk e) {
            throw new Refusal(
                    ExitCode.FAILED,
                    "worker.no-desk."
                            + e.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    e.place());
        }
    }

    private int work(WorkerDesk desk, Worker.Name name) throws InterruptedException {
        Worker worker = new Worker(desk, name, clock, new Said(console, name));
        CountDownLatch left = new CountDownLatch(1);
        Thread goodbye = new Thread(() -> {
            worker.stop();
            leave(desk);
            await(left);
        });
        Runtime.getRuntime().addShutdownHook(goodbye);
        try {
            Optional<String> other = worker.work();
            if (other.isPresent()) {
                leave(desk);
                throw new Refusal(ExitCode.FAILED, "worker.other-version", name.version(), other.get());
            }
            return ExitCode.OK;
        } finally {
            left.countDown();
        }
    }

    /** So that others need not wait for a lease to end. */
    private static void leave(WorkerDesk desk) {
        try {
            desk.leave();
        } catch (DataAccessException gone) {
            // then the leases end by themselves
        }
    }

    private static void await(CountDownLatch left) {
        try {
            if (!left.await(SECONDS_TO_LEAVE, TimeUnit.SECONDS)) {
                Thread.currentThread().interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private WorkerAccess access() {
        try (ConfigurableApplicationContext context =
                new ApplicationStart(console).start(Settings.class, WebApplicationType.NONE)) {
            WorkerSettings settings = context.getBean(WorkerSettings.class);
            DatabaseSettings kept = context.getBean(DatabaseSettings.class);
            String role = user.orElse(settings.username());
            Optional<String> url = database.or(kept::url);
            if (url.isEmpty()) {
                EmbeddedServer server = EmbeddedServer.find(kept.folder(), role)
                        .orElseThrow(() -> new Refusal(
                                ExitCode.FAILED,
                                "worker.no-embedded",
                                kept.folder().toString()));
                return new WorkerAccess(server.url(), role, password(settings).orElse(server.password()));
            }
            return new WorkerAccess(jdbc(url.get()), role, password(settings).orElse(""));
        }
    }

    private static String jdbc(String url) {
        return url.startsWith("postgresql://") ? "jdbc:" + url : url;
    }

    private Optional<String> password(WorkerSettings settings) {
        try {
            return passwordFile.isPresent()
                    ? Optional.of(Files.readString(passwordFile.get()).strip())
                    : settings.password();
        } catch (IOException e) {
            throw new Refusal(
                    ExitCode.FAILED, "worker.password-file", passwordFile.get().toString());
        }
    }

    private static String place() {
        try {
            return InetAddress.getLocalHost().getHostName() + ":"
                    + ProcessHandle.current().pid();
        } catch (UnknownHostException e) {
            return "localhost:" + ProcessHandle.current().pid();
        }
    }
}
