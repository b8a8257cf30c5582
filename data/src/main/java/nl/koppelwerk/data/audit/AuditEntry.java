package nl.koppelwerk.data.audit;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One thing that somebody did or saw.
 *
 * @param account empty: the software itself, or somebody who is not signed in
 * @param object its id; for a search or a list, what kind of rows
 * @param detail what helps to understand it; ids, numbers and names of fields only, never a person's name or text
 */
public record AuditEntry(
        Optional<UUID> account, Action action, Subject subject, String object, Map<String, String> detail) {

    /** What was done. */
    public enum Action {
        SEEN,
        SEARCHED,
        EXPORTED,
        IMPORTED,
        ADDED,
        CHANGED,
        MERGED,
        REMOVED,
        DECIDED,
        SIGNED_IN,
        SIGNED_OUT,
        REFUSED
    }

    /** What it was done to. */
    public enum Subject {
        FAMILY,
        VOLUNTEER,
        REQUEST,
        PAIRING,
        PROGRAMME,
        PRICE,
        REPORT,
        RUN,
        ACCOUNT,
        SESSION,
        AUDIT_LOG,
        REGISTRATION,
        EMERGENCY,
        SERVICE,
        RETENTION_TERM
    }

    public AuditEntry {
        detail = Map.copyOf(detail);
    }

    public static AuditEntry of(UUID account, Action action, Subject subject, UUID object) {
        return new AuditEntry(Optional.of(account), action, subject, object.toString(), Map.of());
    }
}
