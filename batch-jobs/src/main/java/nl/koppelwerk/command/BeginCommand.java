package nl.koppelwerk.command;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import nl.koppelwerk.batch.BatchApplication;
import nl.koppelwerk.data.account.Account;
import nl.koppelwerk.data.account.AccountView;
import nl.koppelwerk.data.account.AccountViews;
import nl.koppelwerk.data.account.Accounts;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.sample.SampleOrganisation;
import nl.koppelwerk.data.signin.AccountLinks;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Begins an organisation: itself with its two programmes, and its first administrator, whose invitation is printed. From then
 * on administrators invite each other, so whoever has the computer cannot add one to an organisation that has one.
 */
@Command(name = "begin")
public final class BeginCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "NAME")
    private String organisation = "";

    @Option(names = "--email", paramLabel = "ADDRESS", required = true)
    private String email = "";

    @Option(names = "--name", paramLabel = "PERSON")
    private Optional<String> person = Optional.empty();

    public BeginCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        String address = Account.address(email);
        if (!address.matches("[^\\s@]+@[^\\s@]+\\.[^\\s@]+")) {
            throw new Refusal(ExitCode.USAGE, "begin.email", email);
        }
        if (organisation.isBlank()) {
            throw new Refusal(ExitCode.USAGE, "begin.name");
        }
        try (ConfigurableApplicationContext application =
                new ApplicationStart(console).start(BatchApplication.class, WebApplicationType.NONE)) {
            OrganisationId id = application.getBean(SampleOrganisation.class).found(organisation.strip());
            String secret =
                    application.getBean(OrganisationScope.class).inside(id, () -> invite(application, id, address));
            console.say("begin.done", organisation.strip(), address, site(application) + "/welcome?link=" + secret);
        }
        return ExitCode.OK;
    }

    private String invite(ConfigurableApplicationContext application, OrganisationId id, String address) {
        Accounts accounts = application.getBean(Accounts.class);
        UUID first = UUID.nameUUIDFromBytes(("first administrator of " + id.value()).getBytes(StandardCharsets.UTF_8));
        boolean begun = application.getBean(AccountViews.class).list().stream()
                .anyMatch(account -> account.role() == Account.Role.ADMINISTRATOR
                        && (!account.id().equals(first) || account.state() == AccountView.State.ACTIVE));
        if (begun) {
            throw new Refusal(ExitCode.FAILED, "begin.there", organisation.strip());
        }
        if (accounts.findForSignIn(address)
                .filter(account -> !account.id().equals(first))
                .isPresent()) {
            throw new Refusal(ExitCode.FAILED, "begin.taken", address);
        }
        accounts.save(new Account(
                first, id, address, person.orElse(address), Account.NO_PASSWORD, Account.Role.ADMINISTRATOR, true));
        application
                .getBean(Audit.class)
                .add(
                        id,
                        new AuditEntry(
                                Optional.empty(),
                                AuditEntry.Action.ADDED,
                                AuditEntry.Subject.ACCOUNT,
                                first.toString(),
                                Map.of("role", Account.Role.ADMINISTRATOR.name(), "way", "command line")));
        return application.getBean(AccountLinks.class).make(id, first, AccountLinks.Purpose.INVITATION);
    }

    private static String site(ConfigurableApplicationContext application) {
        String here = "http://localhost:" + application.getEnvironment().getProperty("server.port", "8080");
        return application.getEnvironment().getProperty("koppelwerk.site.address", here);
    }
}
