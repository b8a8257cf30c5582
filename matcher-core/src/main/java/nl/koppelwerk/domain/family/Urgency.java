package nl.koppelwerk.domain.family;

/** How pressing a request is; emergencies never wait for a nightly run and are not in this list. */
public enum Urgency {
    NORMAL,
    RAISED,
    HIGH
}
