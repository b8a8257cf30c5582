package nl.koppelwerk.capacity;

/** What may change; all else goes on as it did. */
public enum Scenario {
    AS_NOW,
    MORE_FAMILIES,
    MORE_VOLUNTEERS,
    COORDINATOR_LESS
}
