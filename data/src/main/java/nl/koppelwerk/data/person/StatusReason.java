package nl.koppelwerk.data.person;

import java.util.List;

/** Why a request was closed or opened again. */
public enum StatusReason {
    HELPED,
    HELPED_ELSEWHERE,
    MOVED_AWAY,
    NO_CONTACT,
    WITHDRAWN,
    NEEDED_AGAIN,
    CLOSED_BY_MISTAKE,
    OTHER;

    public static final List<StatusReason> TO_CLOSE =
            List.of(HELPED, HELPED_ELSEWHERE, MOVED_AWAY, NO_CONTACT, WITHDRAWN, OTHER);
    public static final List<StatusReason> TO_REOPEN = List.of(NEEDED_AGAIN, CLOSED_BY_MISTAKE, OTHER);
}
