package nl.koppelwerk.ui.administration;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.koppelwerk.data.account.Account;
import nl.koppelwerk.data.account.Limits;
import org.jspecify.annotations.Nullable;

/** What an administrator fills in about somebody; as it was sent, right or wrong. */
record AccountForm(
        @Nullable String email,
        @Nullable String name,
        Account.@Nullable Role role,
        @Nullable Set<UUID> programmes,
        @Nullable Set<String> municipalities) {

    /** System administrators look over the border of an organisation, so no organisation makes them. */
    static final List<Account.Role> ROLES =
            List.of(Account.Role.COORDINATOR, Account.Role.ADMINISTRATOR, Account.Role.MUNICIPAL_READER);

    /** The first field that is not right; each has a message. */
    Optional<String> problem(boolean withEmail) {
        if (withEmail && (email == null || !email.strip().matches("[^\\s@]+@[^\\s@]+\\.[^\\s@]+"))) {
            return Optional.of("email");
        }
        if (name == null || name.isBlank() || name.length() > 100) {
            return Optional.of("name");
        }
        if (role == null || !ROLES.contains(role)) {
            return Optional.of("role");
        }
        return role == Account.Role.MUNICIPAL_READER && chosenMunicipalities().size() != 1
                ? Optional.of("municipality")
                : Optional.empty();
    }

    public Set<UUID> chosenProgrammes() {
        return programmes == null ? Set.of() : programmes;
    }

    public Set<String> chosenMunicipalities() {
        return municipalities == null ? Set.of() : municipalities;
    }

    /** An administrator sees all of the organisation, a reader no programme. */
    Limits limits() {
        return switch (role) {
            case COORDINATOR -> new Limits(chosenProgrammes(), chosenMunicipalities());
            case MUNICIPAL_READER -> new Limits(Set.of(), chosenMunicipalities());
            case null, default -> Limits.NONE;
        };
    }
}
