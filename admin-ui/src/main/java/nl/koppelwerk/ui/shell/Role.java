package nl.koppelwerk.ui.shell;

/** What a person who is signed in may be; the names of staff are those of the accounts. */
public enum Role {
    COORDINATOR,
    ADMINISTRATOR,
    MUNICIPAL_READER,
    SYSTEM_ADMINISTRATOR,
    /** On the own page, and nowhere else. */
    VOLUNTEER
}
