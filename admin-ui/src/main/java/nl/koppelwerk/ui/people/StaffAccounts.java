package nl.koppelwerk.ui.people;

import nl.koppelwerk.data.account.Account;
import nl.koppelwerk.data.account.Accounts;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.ui.shell.Coordinator;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Finds who signs in. */
@Component
class StaffAccounts implements UserDetailsService {
    private final Accounts accounts;
    private final OrganisationScope scope;

    StaffAccounts(Accounts accounts, OrganisationScope scope) {
        this.accounts = accounts;
        this.scope = scope;
    }

    @Override
    public UserDetails loadUserByUsername(String email) {
        return accounts.findForSignIn(email)
                .map(this::coordinator)
                .orElseThrow(() -> new UsernameNotFoundException("no account with this address"));
    }

    Coordinator coordinator(Account account) {
        return new Coordinator(account, scope.inside(account.organisation(), () -> accounts.secondStep(account.id())));
    }
}
