package nl.koppelwerk.ui.people;

import nl.koppelwerk.data.account.Accounts;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.Role;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Finds who signs in. */
@Component
class StaffAccounts implements UserDetailsService {
    private final Accounts accounts;

    StaffAccounts(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public UserDetails loadUserByUsername(String email) {
        return accounts.findForSignIn(email)
                .map(found -> new Coordinator(
                        found.id(),
                        found.organisation(),
                        found.email(),
                        found.name(),
                        Role.valueOf(found.role().name()),
                        found.enabled(),
                        found.passwordHash()))
                .orElseThrow(() -> new UsernameNotFoundException("no account with this address"));
    }
}
