package nl.koppelwerk.ui.people;

import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.data.account.Accounts;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.ui.shell.Visit;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;

/** Checks a password, at most as often as {@link GuessingBrake} lets it. */
final class PasswordSignIn implements AuthenticationProvider {
    private final DaoAuthenticationProvider check;
    private final GuessingBrake brake;
    private final Accounts accounts;
    private final RefusedSignIns refused;

    PasswordSignIn(DaoAuthenticationProvider check, GuessingBrake brake, Accounts accounts, RefusedSignIns refused) {
        this.check = check;
        this.brake = brake;
        this.accounts = accounts;
        this.refused = refused;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        Visit visit = asked.getDetails() instanceof Visit given ? given : new Visit("unknown", "", "");
        try {
            brake.beforePassword(asked.getName(), visit);
            Authentication accepted = check.authenticate(asked);
            brake.afterPassword(asked.getName(), visit);
            return accepted;
        } catch (AuthenticationException e) {
            accounts.findForSignIn(asked.getName())
                    .ifPresent(account -> refused.note(
                            account.organisation(), account.id(), e instanceof TooManyAttempts ? "wait" : "password"));
            throw e;
        }
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }

    /** Writes down that somebody was not let in; of an address that nobody has there is nowhere to write. */
    record RefusedSignIns(OrganisationScope scope, Audit audit) {
        void note(nl.koppelwerk.domain.programme.OrganisationId organisation, java.util.UUID account, String why) {
            scope.inside(
                    organisation,
                    () -> audit.add(
                            organisation,
                            new AuditEntry(
                                    Optional.empty(),
                                    AuditEntry.Action.REFUSED,
                                    AuditEntry.Subject.ACCOUNT,
                                    account.toString(),
                                    Map.of("step", why))));
        }
    }
}
