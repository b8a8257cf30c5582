package nl.koppelwerk.pairing.life;

/** What a side says when it is asked for a pairing. */
public enum Reply {
    YES,
    NO,
    CALL_ME
}
