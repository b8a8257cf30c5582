package nl.koppelwerk.fit.rule;

import java.util.Optional;
import nl.koppelwerk.domain.place.Place;
import nl.koppelwerk.domain.volunteer.Volunteer;

/**
 * The volunteer's side of a pair.
 *
 * @param place where the volunteer lives; empty when the postcode is not known
 */
public record Offering(Volunteer volunteer, Optional<Place> place) {}
