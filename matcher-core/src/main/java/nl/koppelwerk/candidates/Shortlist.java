package nl.koppelwerk.candidates;

import java.util.Arrays;

/**
 * The volunteers who may suit one request, and what each pair is worth so far. One rule after another goes over all of
 * them, so that what it asks is looked up once and what it keeps of the volunteers is read in order.
 */
final class Shortlist {
    int size;
    int[] volunteer = new int[256];
    int[] value = new int[256];

    /** Makes room for so many more. */
    void reserve(int more) {
        if (size + more > volunteer.length) {
            int larger = Math.max(size + more, 2 * volunteer.length);
            volunteer = Arrays.copyOf(volunteer, larger);
            value = Arrays.copyOf(value, larger);
        }
    }

    int[] volunteers() {
        return Arrays.copyOf(volunteer, size);
    }

    int[] values() {
        return Arrays.copyOf(value, size);
    }
}
