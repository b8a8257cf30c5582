package nl.koppelwerk.command;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import nl.koppelwerk.batch.BatchApplication;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.programme.Difference;
import nl.koppelwerk.data.programme.InstallingProgrammes;
import nl.koppelwerk.data.programme.InstallingProgrammes.Outcome;
import nl.koppelwerk.data.programme.KeptProgrammeFiles;
import nl.koppelwerk.data.programme.ProgrammeFile;
import nl.koppelwerk.data.programme.ProgrammeReading;
import nl.koppelwerk.data.programme.ShippedProgrammes;
import nl.koppelwerk.data.sample.SampleOrganisation;
import nl.koppelwerk.data.store.Organisations;
import nl.koppelwerk.data.store.Programmes;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Programmes as files: which there are, whether a file is right, what it would change, and putting it to use. */
@Command(name = "programme")
public final class ProgrammeCommand implements Callable<Integer> {
    private final Console console;
    private final ProgrammeSource source;
    private final SamplePeople people;

    public ProgrammeCommand(Console console, Clock clock) {
        this.console = console;
        this.source = new ProgrammeSource(console);
        this.people = new SamplePeople(console, clock);
    }

    /** The list, when nothing else is asked. */
    @Override
    public Integer call() {
        return list();
    }

    @Command(name = "list")
    int list() {
        console.say("programme.list.shipped");
        ShippedProgrammes.list().stream()
                .map(file -> ProgrammeReading.of(file.name(), file.text()))
                .forEach(reading -> say("programme.list.line", source.file(reading)));
        try (ConfigurableApplicationContext application = start()) {
            OrganisationScope scope = application.getBean(OrganisationScope.class);
            for (Organisations.Organisation one :
                    application.getBean(Organisations.class).list()) {
                console.say("programme.list.organisation", one.name());
                scope.reading(one.id(), () -> {
                    KeptProgrammeFiles files = application.getBean(KeptProgrammeFiles.class);
                    application
                            .getBean(Programmes.class)
                            .list()
                            .forEach(programme -> files.find(programme.id())
                                    .ifPresentOrElse(
                                            kept -> console.say(
                                                    "programme.list.installed",
                                                    programme.code(),
                                                    programme.name(),
                                                    kept.version()),
                                            () -> console.say(
                                                    "programme.list.without", programme.code(), programme.name())));
                    return true;
                });
            }
        }
        return ExitCode.OK;
    }

    @Command(name = "check")
    int check(@Parameters(paramLabel = "PROGRAMME", arity = "1..*") List<String> files) {
        int wrong = 0;
        for (String file : files) {
            for (ProgrammeReading reading : source.read(file)) {
                switch (reading) {
                    case ProgrammeReading.Good good -> say("programme.good", good.file());
                    case ProgrammeReading.Wrong bad -> {
                        source.say(bad);
                        wrong++;
                    }
                }
            }
        }
        return wrong == 0 ? ExitCode.OK : ExitCode.FOUND;
    }

    @Command(name = "preview")
    int preview(
            @Parameters(paramLabel = "PROGRAMME") String file,
            @Option(names = "--organisation", paramLabel = "NAME") Optional<String> organisation) {
        ProgrammeReading.Good good = source.one(file);
        try (ConfigurableApplicationContext application = start()) {
            Optional<OrganisationId> there = chosen(application, organisation);
            Outcome outcome = there.map(id -> application
                            .getBean(OrganisationScope.class)
                            .reading(
                                    id,
                                    () -> application
                                            .getBean(InstallingProgrammes.class)
                                            .preview(good)))
                    .orElseGet(Outcome.New::new);
            int exitCode = say(outcome, good, "would");
            if (outcome instanceof Outcome.New) {
                good.values().forEach((place, value) -> console.say("programme.value", place, value));
            }
            return exitCode;
        }
    }

    @Command(name = "install")
    int install(
            @Parameters(paramLabel = "PROGRAMME") String file,
            @Option(names = "--organisation", paramLabel = "NAME") Optional<String> organisation,
            @Option(names = "--new") boolean fresh,
            @Option(names = "--sample") boolean sample) {
        ProgrammeReading.Good good = source.one(file);
        try (ConfigurableApplicationContext application = start()) {
            OrganisationId into = into(application, good.file(), organisation, fresh);
            if (sample) {
                people.refuseAmongReal(application, into);
            }
            Outcome outcome = application
                    .getBean(OrganisationScope.class)
                    .inside(
                            into,
                            () -> application
                                    .getBean(InstallingProgrammes.class)
                                    .install(into, good, Optional.empty()));
            int exitCode = say(outcome, good, "did");
            if (sample && exitCode == ExitCode.OK) {
                people.add(application, into, good.file());
            }
            return exitCode;
        }
    }

    /** An organisation that is not there yet is begun only when there is none at all, or on request. */
    private OrganisationId into(
            ConfigurableApplicationContext application,
            ProgrammeFile file,
            Optional<String> organisation,
            boolean fresh) {
        if (!fresh) {
            Optional<OrganisationId> there = chosen(application, organisation);
            if (there.isPresent()) {
                return there.get();
            }
        }
        String name = organisation.orElse(file.organisation());
        if (fresh && application.getBean(Organisations.class).find(name).isPresent()) {
            throw new Refusal(ExitCode.FAILED, "programme.organisation-there", name);
        }
        console.say("programme.founded", name);
        return application.getBean(SampleOrganisation.class).foundEmpty(name);
    }

    /** Empty: there is no organisation yet. */
    private static Optional<OrganisationId> chosen(
            ConfigurableApplicationContext application, Optional<String> organisation) {
        List<Organisations.Organisation> all =
                application.getBean(Organisations.class).list();
        String names = String.join(
                ", ", all.stream().map(Organisations.Organisation::name).toList());
        if (organisation.isPresent() && !all.isEmpty()) {
            return Optional.of(all.stream()
                    .filter(one -> one.name().equalsIgnoreCase(organisation.get()))
                    .findFirst()
                    .orElseThrow(() ->
                            new Refusal(ExitCode.FAILED, "import.unknown-organisation", organisation.get(), names))
                    .id());
        }
        if (all.size() > 1) {
            throw new Refusal(ExitCode.USAGE, "import.which-organisation", names);
        }
        return all.stream().map(Organisations.Organisation::id).findFirst();
    }

    /** @param manner {@code would} or {@code did} */
    private int say(Outcome outcome, ProgrammeReading.Good good, String manner) {
        ProgrammeFile file = good.file();
        switch (outcome) {
            case Outcome.New fresh -> say("programme.new." + manner, file);
            case Outcome.Same same -> say("programme.same", file);
            case Outcome.Newer newer -> {
                say("programme.newer." + manner, file);
                newer.differences().forEach(this::say);
                newer.kept().forEach(part -> console.say("programme.kept." + part));
                newer.replaced().forEach(part -> console.say("programme.replaced." + part));
            }
            case Outcome.SameNumber same -> {
                say("programme.same-number", file);
                return ExitCode.FAILED;
            }
            case Outcome.Older older -> {
                console.say("programme.older", file.code(), file.version(), older.installed());
                return ExitCode.FAILED;
            }
            case Outcome.UnknownMunicipalities unknown -> {
                console.say("programme.unknown-municipalities", String.join(", ", unknown.names()));
                return ExitCode.FAILED;
            }
        }
        return ExitCode.OK;
    }

    private void say(Difference difference) {
        console.say(
                "programme.difference",
                difference.place(),
                difference.before().orElse("-"),
                difference.after().orElse("-"));
    }

    private void say(String key, ProgrammeFile file) {
        console.say(
                key,
                file.code(),
                file.version(),
                file.text(console.texts().locale()).name(),
                file.organisation());
    }

    private ConfigurableApplicationContext start() {
        return new ApplicationStart(console).start(BatchApplication.class, WebApplicationType.NONE);
    }
}
