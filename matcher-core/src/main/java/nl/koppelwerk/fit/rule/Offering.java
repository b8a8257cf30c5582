package nl.koppelwerk.fit.rule;

import java.util.Optional;
import nl.koppelwerk.domain.place.Place;
import nl.koppelwerk.domain.volunteer.Volunteer;

/**
 * The volunteer's side of a pair.
 *
 * @param place where the volunteer lives; empty when the postcode is not known
 * @param later whether the volunteer is to wait before helping, as the own household is still being helped
 */
public record Offering(Volunteer volunteer, Optional<Place> place, boolean later) {}
