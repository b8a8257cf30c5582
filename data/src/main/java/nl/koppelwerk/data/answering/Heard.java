package nl.koppelwerk.data.answering;

import java.util.Optional;
import nl.koppelwerk.pairing.life.Reply;

/** What came of what a volunteer said about a pairing. */
public sealed interface Heard {
    /** Kept, now or before: the same once more. */
    record Kept() implements Heard {}

    /** Not kept: another answer was given meanwhile, on another device or to the coordinator. */
    record Elsewhere(Optional<Reply> now) implements Heard {}

    /** It no longer matters; an answer stays in the history. */
    record TooLate() implements Heard {}

    /** There is no such pairing of this volunteer. */
    record Unknown() implements Heard {}
}
