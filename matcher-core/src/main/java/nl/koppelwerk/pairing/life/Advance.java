package nl.koppelwerk.pairing.life;

/** What came of an action. */
public sealed interface Advance {
    record Done(Life life) implements Advance {}

    record Refused(NotPossible why) implements Advance {}
}
