package nl.koppelwerk.command.retention;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import nl.koppelwerk.batch.BatchApplication;
import nl.koppelwerk.command.ApplicationStart;
import nl.koppelwerk.command.Chosen;
import nl.koppelwerk.command.Console;
import nl.koppelwerk.command.ExitCode;
import nl.koppelwerk.command.Refusal;
import nl.koppelwerk.data.erasure.ErasedList;
import nl.koppelwerk.data.erasure.Erasing;
import nl.koppelwerk.data.erasure.Erasure;
import nl.koppelwerk.data.retention.Kind;
import nl.koppelwerk.data.retention.Retention;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lets go of what is past its term, which happens every day by itself; says before what that would be. */
@Command(name = "retention")
public final class RetentionCommand implements Callable<Integer> {
    private final Console console;

    @Option(names = "--dry-run")
    private boolean dryRun;

    @Option(names = "--again")
    private boolean again;

    @Option(names = "--term", paramLabel = "KIND=DAYS")
    private Map<Kind, Integer> terms = Map.of();

    @Option(names = "--organisation", paramLabel = "NAME")
    private Optional<String> name = Optional.empty();

    public RetentionCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        terms.forEach((kind, days) -> {
            if (days < 1 || days > Retention.MOST_DAYS) {
                throw new Refusal(ExitCode.USAGE, "retention.days", days, Retention.MOST_DAYS);
            }
        });
        try (ConfigurableApplicationContext application =
                new ApplicationStart(console).start(BatchApplication.class, WebApplicationType.NONE)) {
            if (again) {
                eraseAgain(application);
            }
            Retention retention = application.getBean(Retention.class);
            Chosen.organisations(application, name).forEach(organisation -> {
                if (!dryRun) {
                    retention.keepFor(organisation.id(), terms, Optional.empty());
                }
                Map<Kind, Integer> kept = retention.terms(organisation.id());
                kept.putAll(terms);
                console.say(dryRun ? "retention.due" : "retention.gone", organisation.name());
                Map<Kind, Long> counts =
                        dryRun ? retention.due(organisation.id(), kept) : retention.letGo(organisation.id());
                counts.forEach((kind, count) -> console.say(
                        "retention.kind",
                        console.texts().get("retention." + kind),
                        count,
                        kept.getOrDefault(kind, kind.days())));
            });
        }
        return ExitCode.OK;
    }

    /** Whoever is no longer there, or is there as a shell, is left alone. */
    private void eraseAgain(ApplicationContext application) {
        Erasing erasing = application.getBean(Erasing.class);
        ErasedList list = application.getBean(ErasedList.class);
        long erased = list.read().stream()
                .distinct()
                .filter(line -> (dryRun
                                ? erasing.rehearse(line.organisation(), line.person())
                                : erasing.erase(line.organisation(), line.person(), Optional.empty()))
                        instanceof Erasure.Erased)
                .count();
        console.say(dryRun ? "retention.again.due" : "retention.again", erased, list.file());
    }
}
