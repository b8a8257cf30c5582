package nl.koppelwerk.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import nl.koppelwerk.batch.BatchApplication;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.referral.Directory;
import nl.koppelwerk.data.referral.Hsds;
import nl.koppelwerk.data.referral.KeptServices;
import nl.koppelwerk.data.referral.ShippedServices;
import nl.koppelwerk.data.store.Organisations;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The directory of services to refer to, as Open Referral HSDS 3.0. */
@Command(name = "services")
public final class ServicesCommand implements Callable<Integer> {
    private static final long MOST_BYTES = 50L << 20;

    private final Console console;

    @Parameters(paramLabel = "FILE", arity = "0..1")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--shipped")
    private boolean shipped;

    @Option(names = "--out", paramLabel = "FILE")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--organisation", paramLabel = "NAME")
    private Optional<String> organisation = Optional.empty();

    public ServicesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Optional<Directory.Read> read = directory();
        try (ConfigurableApplicationContext application =
                new ApplicationStart(console).start(BatchApplication.class, WebApplicationType.NONE)) {
            OrganisationId into =
                    organisation(application.getBean(Organisations.class).list());
            KeptServices services = application.getBean(KeptServices.class);
            OrganisationScope scope = application.getBean(OrganisationScope.class);
            read.map(directory -> scope.inside(into, () -> services.save(into, directory)))
                    .ifPresent(
                            saved -> console.say("services.read", saved.added(), saved.changed(), saved.unchanged()));
            List<Directory.Entry> all = scope.reading(into, services::list);
            out.ifPresent(path -> write(path, all));
            if (read.isEmpty() && out.isEmpty()) {
                all.forEach(entry -> console.say(
                        "services.line", entry.service().name(), entry.service().provider()));
                console.say("services.count", all.size());
            }
        }
        return ExitCode.OK;
    }

    private Optional<Directory.Read> directory() {
        if (shipped) {
            return Optional.of(read("services.json", ShippedServices.text()));
        }
        return file.map(path -> {
            try {
                if (Files.size(path) > MOST_BYTES) {
                    throw new Refusal(ExitCode.FAILED, "services.unreadable", path);
                }
                return read(String.valueOf(path.getFileName()), Files.readString(path));
            } catch (IOException e) {
                throw new Refusal(ExitCode.FAILED, "services.unreadable", path);
            }
        });
    }

    private Directory.Read read(String name, String text) {
        return switch (Hsds.read(name, text)) {
            case Directory.Read read -> {
                if (!read.unknown().isEmpty()) {
                    console.say("services.unknown", String.join(", ", read.unknown()));
                }
                yield read;
            }
            case Directory.Wrong wrong -> {
                wrong.problems()
                        .forEach(problem ->
                                console.err().println(problem.in(console.texts().locale())));
                throw new Refusal(ExitCode.FAILED, "services.wrong", name);
            }
        };
    }

    private void write(Path path, List<Directory.Entry> all) {
        try {
            Files.writeString(path, Hsds.write(all));
        } catch (IOException e) {
            throw new Refusal(ExitCode.FAILED, "services.unwritable", path);
        }
        console.say("services.written", all.size(), path);
    }

    private OrganisationId organisation(List<Organisations.Organisation> all) {
        if (all.isEmpty()) {
            throw new Refusal(ExitCode.FAILED, "night.no-organisation");
        }
        if (organisation.isEmpty() && all.size() > 1) {
            throw new Refusal(
                    ExitCode.USAGE,
                    "import.which-organisation",
                    String.join(
                            ", ",
                            all.stream().map(Organisations.Organisation::name).toList()));
        }
        return all.stream()
                .filter(one -> organisation
                        .map(name -> one.name().equalsIgnoreCase(name))
                        .orElse(true))
                .findFirst()
                .orElseThrow(() -> new Refusal(ExitCode.FAILED, "night.unknown-organisation", organisation.orElse("")))
                .id();
    }
}
