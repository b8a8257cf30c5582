package nl.koppelwerk.pairing.life;

import java.time.LocalDate;
import nl.koppelwerk.domain.pairing.EndReason;
import nl.koppelwerk.domain.pairing.Outcome;

/**
 * How a pairing ended.
 *
 * @param asksAgain whether the family still asks for support: the request waits again since the day it first did
 */
public record Ending(LocalDate on, Outcome outcome, EndReason reason, boolean asksAgain) {}
