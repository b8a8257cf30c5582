package nl.koppelwerk.ui.reason;

import nl.koppelwerk.domain.place.Coordinates;

/** Points of the compass, clockwise. */
enum Direction {
    N,
    NE,
    E,
    SE,
    S,
    SW,
    W,
    NW;

    /** The nearest of the eight. */
    static Direction from(Coordinates here, Coordinates there) {
        double north = there.latitude() - here.latitude();
        double east = (there.longitude() - here.longitude()) * Math.cos(Math.toRadians(here.latitude()));
        long eighths = Math.round(Math.atan2(east, north) / (Math.PI / 4));
        return values()[Math.floorMod(eighths, values().length)];
    }
}
