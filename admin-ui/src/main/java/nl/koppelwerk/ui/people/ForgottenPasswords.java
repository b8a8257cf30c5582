package nl.koppelwerk.ui.people;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.data.account.Account;
import nl.koppelwerk.data.account.Accounts;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.signin.AccountLinks;
import nl.koppelwerk.ui.shell.AccountMail;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.TaskExecutor;
import org.springframework.stereotype.Component;

/** Mails a link to who has forgotten a password. Done aside, so that the time it takes says nothing about the address. */
@Component
class ForgottenPasswords {
    private final Accounts accounts;
    private final OrganisationScope scope;
    private final AccountMail mail;
    private final Audit audit;
    private final GuessingBrake brake;
    private final TaskExecutor aside;

    ForgottenPasswords(
            Accounts accounts,
            OrganisationScope scope,
            AccountMail mail,
            Audit audit,
            GuessingBrake brake,
            @Qualifier("applicationTaskExecutor") TaskExecutor aside) {
        this.accounts = accounts;
        this.scope = scope;
        this.mail = mail;
        this.audit = audit;
        this.brake = brake;
        this.aside = aside;
    }

    void mail(String email, Locale language) {
        if (brake.admitsMail(email)) {
            aside.execute(() -> accounts.findForSignIn(email)
                    .filter(Account::enabled)
                    .filter(account -> !account.passwordHash().equals(Account.NO_PASSWORD))
                    .ifPresent(account -> send(account, language)));
        }
    }

    private void send(Account account, Locale language) {
        scope.inside(account.organisation(), () -> {
            mail.send(account, AccountLinks.Purpose.PASSWORD, language);
            audit.add(
                    account.organisation(),
                    new AuditEntry(
                            Optional.empty(),
                            AuditEntry.Action.CHANGED,
                            AuditEntry.Subject.ACCOUNT,
                            account.id().toString(),
                            Map.of("field", "password-link")));
        });
    }
}
