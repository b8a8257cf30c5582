package nl.koppelwerk.command.audit;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import nl.koppelwerk.batch.BatchApplication;
import nl.koppelwerk.command.ApplicationStart;
import nl.koppelwerk.command.Console;
import nl.koppelwerk.command.ExitCode;
import nl.koppelwerk.command.Refusal;
import nl.koppelwerk.data.seal.AuditCheck;
import nl.koppelwerk.data.seal.AuditHeads;
import nl.koppelwerk.data.seal.CheckingAudit;
import nl.koppelwerk.data.seal.Disagreement;
import nl.koppelwerk.data.seal.Head;
import nl.koppelwerk.data.seal.HeadFile;
import nl.koppelwerk.data.seal.SigningKey;
import nl.koppelwerk.data.store.Organisations;
import nl.koppelwerk.data.store.Organisations.Organisation;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Recomputes the audit log from its entries and names the first place that does not agree with what was signed. */
@Command(name = "verify-audit")
public final class VerifyAuditCommand implements Callable<Integer> {
    private final Console console;
    private final Clock clock;

    @Option(names = "--heads", paramLabel = "FILE")
    private Optional<Path> heads = Optional.empty();

    @Option(names = "--key", paramLabel = "FILE")
    private Optional<Path> key = Optional.empty();

    @Option(names = "--accept")
    private boolean accept;

    public VerifyAuditCommand(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        try (ConfigurableApplicationContext application =
                new ApplicationStart(console).start(BatchApplication.class, WebApplicationType.NONE)) {
            HeadFile own = application.getBean(HeadFile.class);
            HeadFile file =
                    heads.map(kept -> new HeadFile(there(kept), own.keyFile())).orElse(own);
            Path keyFile = key.map(VerifyAuditCommand::there).orElse(own.keyFile());
            Optional<SigningKey> signed =
                    Files.exists(keyFile) ? Optional.of(SigningKey.read(keyFile)) : Optional.empty();
            List<Organisation> organisations =
                    application.getBean(Organisations.class).list();
            CheckingAudit.Report report = application
                    .getBean(CheckingAudit.class)
                    .check(organisations.stream().map(Organisation::id).toList(), file, signed);
            say(organisations, report, file);
            signed.ifPresent(one -> console.say("audit.key", file.file(), one.name()));
            if (report.agrees()) {
                return ExitCode.OK;
            }
            return accept ? accepted(application, organisations) : ExitCode.FOUND;
        } catch (UncheckedIOException e) {
            throw new Refusal(ExitCode.FAILED, "audit.unreadable", String.valueOf(e.getMessage()));
        }
    }

    private static Path there(Path file) {
        if (!Files.isReadable(file)) {
            throw new Refusal(ExitCode.USAGE, "audit.no-file", file);
        }
        return file;
    }

    private int accepted(ConfigurableApplicationContext application, List<Organisation> organisations) {
        application
                .getBean(AuditHeads.class)
                .accept(organisations.stream().map(Organisation::id).toList());
        console.say("audit.accepted");
        return ExitCode.OK;
    }

    private void say(List<Organisation> organisations, CheckingAudit.Report report, HeadFile file) {
        report.heads().ifPresent(wrong -> console.say("audit.heads." + wrong.kind(), file.file(), wrong.place()));
        organisations.forEach(organisation ->
                say(organisation.name(), Objects.requireNonNull(report.logs().get(organisation.id()))));
    }

    private void say(String organisation, AuditCheck log) {
        Optional<Disagreement> wrong = log.disagreement();
        wrong.ifPresentOrElse(
                one -> console.say(
                        "audit." + one.kind(),
                        organisation,
                        one.place(),
                        one.number().orElse(0L)),
                () -> console.say("audit.good", organisation, log.checked()));
        log.end().ifPresent(head -> console.say("audit.head", head.place(), moment(head.at()), head.hash()));
        if (log.unsealed() > 0) {
            console.say("audit.unsealed", log.unsealed());
        }
        if (log.from() > 0) {
            console.say("audit.from", log.from() + 1);
        }
        log.noted().stream()
                .filter(head -> head.kind() != Head.Kind.WITNESSED)
                .forEach(head -> console.say("audit.noted." + head.kind(), head.place(), moment(head.at())));
        log.noted().stream()
                .filter(head -> head.kind() == Head.Kind.WITNESSED)
                .reduce((first, second) -> second)
                .ifPresent(head -> console.say("audit.noted." + head.kind(), head.place(), moment(head.at())));
    }

    private String moment(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
                .withLocale(console.texts().locale())
                .format(at.atZone(clock.getZone()));
    }
}
