package nl.koppelwerk.ui.shell;

import java.io.Serial;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.account.Account;
import nl.koppelwerk.data.account.Accounts.SecondStep;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;

/** The person who is signed in; the organisation of this person bounds every query. */
public final class Coordinator implements UserDetails, CredentialsContainer {
    @Serial
    private static final long serialVersionUID = 1;

    private final UUID account;
    private final UUID organisation;
    private final String email;
    private final String name;
    private final Role role;
    private final boolean enabled;
    private final SecondStep secondStep;
    private String passwordHash;

    /** Somebody of whom a password is enough. */
    public Coordinator(
            UUID account,
            OrganisationId organisation,
            String email,
            String name,
            Role role,
            boolean enabled,
            String passwordHash) {
        this(
                new Account(
                        account, organisation, email, name, passwordHash, Account.Role.valueOf(role.name()), enabled),
                SecondStep.NOT_ASKED);
    }

    public Coordinator(Account account, SecondStep secondStep) {
        this.account = account.id();
        this.organisation = account.organisation().value();
        this.email = account.email();
        this.name = account.name();
        this.role = Role.valueOf(account.role().name());
        this.enabled = account.enabled();
        this.secondStep = secondStep;
        this.passwordHash = account.passwordHash();
    }

    /** The person whose request this is; empty: nobody has signed in, or the software works for itself. */
    public static Optional<Coordinator> signedIn() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(Authentication::getPrincipal)
                .filter(Coordinator.class::isInstance)
                .map(Coordinator.class::cast);
    }

    public UUID account() {
        return account;
    }

    public OrganisationId organisation() {
        return new OrganisationId(organisation);
    }

    /** What colleagues call this person. */
    public String name() {
        return name;
    }

    public Role role() {
        return role;
    }

    /** What is asked after the password, as it was when this person signed in. */
    public SecondStep secondStep() {
        return secondStep;
    }

    @Override
    public String getUsername() {
        return email;
    }

    @Override
    public String getPassword() {
        return passwordHash;
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of(new SimpleGrantedAuthority("ROLE_" + role));
    }

    @Override
    public void eraseCredentials() {
        passwordHash = "";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Coordinator coordinator && coordinator.account.equals(account);
    }

    @Override
    public int hashCode() {
        return account.hashCode();
    }
}
