package nl.koppelwerk.candidates;

import java.util.Arrays;

/** The pairs found for some consecutive requests, in growing arrays. */
final class FoundPairs {
    final int[] count;
    int size;
    int[] volunteer = new int[256];
    int[] value = new int[256];
    int[] dayParts = new int[256];
    short[] tongue = new short[256];

    FoundPairs(int requests) {
        count = new int[requests];
    }

    void add(int pairVolunteer, int pairValue, int pairDayParts, short pairTongue) {
        if (size == volunteer.length) {
            int larger = size + size / 2;
            volunteer = Arrays.copyOf(volunteer, larger);
            value = Arrays.copyOf(value, larger);
            dayParts = Arrays.copyOf(dayParts, larger);
            tongue = Arrays.copyOf(tongue, larger);
        }
        volunteer[size] = pairVolunteer;
        value[size] = pairValue;
        dayParts[size] = pairDayParts;
        tongue[size] = pairTongue;
        size++;
    }
}
