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

    void add(int oneVolunteer, int valueSoFar) {
        if (size == volunteer.length) {
            volunteer = Arrays.copyOf(volunteer, 2 * size);
            value = Arrays.copyOf(value, 2 * size);
        }
        volunteer[size] = oneVolunteer;
        value[size] = valueSoFar;
        size++;
    }
}
