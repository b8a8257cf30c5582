package nl.koppelwerk.domain.family;

import nl.koppelwerk.domain.programme.ProgrammeId;

/**
 * A condition of a programme that a family does not meet, or of which nobody knows it yet. The answer itself stays at the
 * intake: no rule reads it.
 *
 * @param dutch the question that it is about, as a page says it
 * @param english the same
 * @param known it was answered, otherwise than the programme asks; false: it is still to be asked
 */
public record OpenCondition(FamilyId family, ProgrammeId programme, String dutch, String english, boolean known) {}
