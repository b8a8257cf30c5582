package nl.koppelwerk.ui.administration;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import nl.koppelwerk.data.account.Account;
import nl.koppelwerk.data.account.AccountView;
import nl.koppelwerk.data.account.Accounts;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.signin.AccountLinks;
import nl.koppelwerk.data.signin.CodeApps;
import nl.koppelwerk.data.signin.Sessions;
import nl.koppelwerk.ui.shell.AccountMail;
import nl.koppelwerk.ui.shell.Coordinator;
import org.springframework.stereotype.Component;

/** What an administrator does to an account, each with its line in the audit log. */
@Component
class ManagingStaff {
    private final OrganisationScope scope;
    private final Accounts accounts;
    private final Sessions sessions;
    private final CodeApps apps;
    private final AccountLinks links;
    private final AccountMail mail;
    private final Audit audit;
    private final Supplier<UUID> newIds;

    ManagingStaff(
            OrganisationScope scope,
            Accounts accounts,
            Sessions sessions,
            CodeApps apps,
            AccountLinks links,
            AccountMail mail,
            Audit audit,
            Supplier<UUID> newIds) {
        this.scope = scope;
        this.accounts = accounts;
        this.sessions = sessions;
        this.apps = apps;
        this.links = links;
        this.mail = mail;
        this.audit = audit;
        this.newIds = newIds;
    }

    /** An address that has an account already, here or elsewhere, gets nothing; the answer is the same. */
    void invite(Coordinator administrator, AccountForm form, Locale language) {
        String email = Account.address(String.valueOf(form.email()));
        scope.inside(administrator.organisation(), () -> {
            if (accounts.findForSignIn(email).isEmpty()) {
                Account invited = new Account(
                        newIds.get(),
                        administrator.organisation(),
                        email,
                        String.valueOf(form.name()).strip(),
                        Account.NO_PASSWORD,
                        role(form),
                        true);
                accounts.save(invited);
                accounts.limit(administrator.organisation(), invited.id(), form.limits());
                mail.send(invited, AccountLinks.Purpose.INVITATION, language);
                note(
                        administrator,
                        AuditEntry.Action.ADDED,
                        invited.id(),
                        Map.of("role", role(form).name()));
            }
        });
    }

    /** Nobody takes the own role away: else an organisation could be without an administrator. */
    Optional<String> lastAdministrator(Coordinator administrator, AccountView found, AccountForm form) {
        return found.id().equals(administrator.account()) && role(form) != Account.Role.ADMINISTRATOR
                ? Optional.of("own")
                : Optional.empty();
    }

    /** Another role or other limits begin with a new sign-in. */
    void change(Coordinator administrator, UUID id, AccountForm form) {
        Account before = accounts.find(id).orElseThrow();
        Account after = before.with(String.valueOf(form.name()).strip(), role(form), before.enabled());
        boolean sameReach = before.role() == after.role() && accounts.limits(id).equals(form.limits());
        accounts.save(after);
        accounts.limit(administrator.organisation(), id, form.limits());
        if (!sameReach) {
            sessions.endOthers(id, Optional.empty());
        }
        note(
                administrator,
                AuditEntry.Action.CHANGED,
                id,
                Map.of(
                        "role.before", before.role().name(),
                        "role.after", after.role().name(),
                        "programmes",
                                Integer.toString(form.limits().programmes().size()),
                        "municipalities",
                                Integer.toString(form.limits().municipalities().size())));
    }

    void act(Coordinator administrator, UUID id, String what, Locale language) {
        Account account = accounts.find(id).orElseThrow();
        switch (what) {
            case "invite-again" -> {
                if (account.passwordHash().equals(Account.NO_PASSWORD)) {
                    mail.send(account, AccountLinks.Purpose.INVITATION, language);
                }
            }
            case "withdraw" -> links.takeBack(id, AccountLinks.Purpose.INVITATION);
            case "reset-second-step" -> {
                apps.remove(id);
                sessions.endOthers(id, Optional.empty());
            }
            case "close" -> {
                accounts.save(account.with(account.name(), account.role(), false));
                sessions.endOthers(id, Optional.empty());
            }
            case "open" -> accounts.save(account.with(account.name(), account.role(), true));
            default -> sessions.endOthers(id, Optional.empty());
        }
        note(administrator, AuditEntry.Action.CHANGED, id, Map.of("what", what));
    }

    void requireSecondStep(Coordinator administrator, boolean required) {
        scope.inside(administrator.organisation(), () -> {
            accounts.requireSecondStep(required);
            note(
                    administrator,
                    AuditEntry.Action.CHANGED,
                    administrator.organisation().value(),
                    Map.of("second-step-required", Boolean.toString(required)));
        });
    }

    private void note(Coordinator by, AuditEntry.Action action, UUID account, Map<String, String> detail) {
        audit.add(
                by.organisation(),
                new AuditEntry(
                        Optional.of(by.account()), action, AuditEntry.Subject.ACCOUNT, account.toString(), detail));
    }

    private static Account.Role role(AccountForm form) {
        return java.util.Objects.requireNonNull(form.role());
    }
}
