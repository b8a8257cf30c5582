package nl.koppelwerk.data.account;

import java.util.Set;
import java.util.UUID;

/**
 * The part of the organisation that an account is limited to.
 *
 * @param programmes empty: all
 * @param municipalities by name; empty: all
 */
public record Limits(Set<UUID> programmes, Set<String> municipalities) {
    public static final Limits NONE = new Limits(Set.of(), Set.of());

    public Limits {
        programmes = Set.copyOf(programmes);
        municipalities = Set.copyOf(municipalities);
    }
}
