package nl.koppelwerk.ui.shell;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.account.Account;
import nl.koppelwerk.data.account.Accounts;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.signin.AccountLinks;
import nl.koppelwerk.data.signin.Sessions;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Choosing a password; inside a transaction of the organisation. */
@Component
public class Passwords {
    private final Accounts accounts;
    private final Sessions sessions;
    private final AccountLinks links;
    private final PasswordEncoder encoder;
    private final Audit audit;

    Passwords(Accounts accounts, Sessions sessions, AccountLinks links, PasswordEncoder encoder, Audit audit) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.links = links;
        this.encoder = encoder;
        this.audit = audit;
    }

    /** The account, while it may sign in. */
    public Optional<Account> owner(UUID account) {
        return accounts.find(account).filter(Account::enabled);
    }

    public boolean matches(Account account, String password) {
        return encoder.matches(password, account.passwordHash());
    }

    public Optional<PasswordRules.Weakness> weakness(Account account, String password) {
        return PasswordRules.weakness(password, account.email(), account.name());
    }

    /** From now on this password; whoever was signed in with the earlier one is not any more. */
    public void choose(Account account, String password, String how, Optional<UUID> keptSession) {
        accounts.save(account.withPassword(encoder.encode(password)));
        sessions.endOthers(account.id(), keptSession);
        for (AccountLinks.Purpose purpose : AccountLinks.Purpose.values()) {
            links.takeBack(account.id(), purpose);
        }
        audit.add(
                account.organisation(),
                new AuditEntry(
                        Optional.of(account.id()),
                        AuditEntry.Action.CHANGED,
                        AuditEntry.Subject.ACCOUNT,
                        account.id().toString(),
                        Map.of("field", "password", "how", how)));
    }
}
