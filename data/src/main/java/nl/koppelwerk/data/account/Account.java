package nl.koppelwerk.data.account;

import java.util.Locale;
import java.util.UUID;
import nl.koppelwerk.domain.programme.OrganisationId;

/**
 * Somebody on the staff who signs in.
 *
 * @param email unique over all organisations, in small letters
 * @param passwordHash as the password encoder wrote it, never the password
 * @param enabled false: may not sign in
 */
public record Account(
        UUID id,
        OrganisationId organisation,
        String email,
        String name,
        String passwordHash,
        Role role,
        boolean enabled) {

    /** Stands for a password until somebody chooses one; nothing matches it. */
    public static final String NO_PASSWORD = "{none}";

    /** What an account may do. */
    public enum Role {
        COORDINATOR,
        ADMINISTRATOR,
        MUNICIPAL_READER,
        SYSTEM_ADMINISTRATOR
    }

    public Account {
        email = address(email);
        if (!email.matches("[^\\s@]+@[^\\s@]+") || name.isBlank()) {
            throw new IllegalArgumentException("account " + id + " needs an e-mail address and a name");
        }
    }

    /** An e-mail address as accounts are known by. */
    public static String address(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    public Account withPassword(String hash) {
        return new Account(id, organisation, email, name, hash, role, enabled);
    }

    public Account with(String otherName, Role otherRole, boolean mayComeIn) {
        return new Account(id, organisation, email, otherName, passwordHash, otherRole, mayComeIn);
    }

    @Override
    public String toString() {
        return "account " + id;
    }
}
