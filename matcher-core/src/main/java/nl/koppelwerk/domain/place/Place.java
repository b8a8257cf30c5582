package nl.koppelwerk.domain.place;

/**
 * A postcode with its town, municipality and centre.
 *
 * @param municipality name of the municipality, as the postcode file has it
 */
public record Place(Postcode postcode, Coordinates centre, String town, String municipality) {}
