package nl.koppelwerk.data.rules;

import java.time.Instant;
import nl.koppelwerk.domain.programme.RuleSettings;

/**
 * Rules that somebody is working on; they count for nothing until they are put to use.
 *
 * @param basedOn the version in use when the draft was begun
 * @param settings their version is {@code basedOn}
 * @param by the name of whoever works on it
 * @param version counts up with every change of the draft itself
 */
public record RulesDraft(int basedOn, RuleSettings settings, String by, Instant changedAt, int version) {}
