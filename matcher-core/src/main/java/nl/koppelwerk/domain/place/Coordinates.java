package nl.koppelwerk.domain.place;

/**
 * A point on the map, WGS 84.
 *
 * @param latitude degrees north, -90 to 90
 * @param longitude degrees east, -180 to 180
 */
public record Coordinates(double latitude, double longitude) {
    private static final double METRES_PER_DEGREE = 111_195;

    public Coordinates {
        if (!(latitude >= -90 && latitude <= 90 && longitude >= -180 && longitude <= 180)) {
            throw new IllegalArgumentException("not a place on earth: " + latitude + ", " + longitude);
        }
    }

    /**
     * Distance as the crow flies in whole metres. The earth is taken as flat between the two, on the mean latitude: within
     * the Netherlands less than 0.1% off the great circle.
     */
    public int metresTo(Coordinates other) {
        double north = (latitude - other.latitude) * METRES_PER_DEGREE;
        double east = (longitude - other.longitude)
                * METRES_PER_DEGREE
                * StrictMath.cos(StrictMath.toRadians((latitude + other.latitude) / 2));
        return (int) Math.round(Math.sqrt(north * north + east * east));
    }
}
