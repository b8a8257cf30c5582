package nl.koppelwerk.candidates;

import java.util.Arrays;

/**
 * The volunteers near the home of one request after another, 64 to a word, and what their nearness is worth; worked out
 * again only where the next request lives elsewhere or judges nearness otherwise.
 */
final class Reach {
    private final Night night;
    private final Judgement judgement;
    private final PlaceGrid grid;
    private final int[] metresOfPlace;

    /** By nearness, then by place; worked out for this home where the flag says so. */
    private final int[][] values;

    private final boolean[] worked;
    private int[] valueOfPlace = {};
    private int home = -1;
    private PlaceGrid.Nearby nearby = PlaceGrid.Nearby.NOTHING;

    /** How many words hold anybody near. */
    int words;

    /** The words of a bit set that hold them, ascending. */
    final int[] word;

    /** Who of that word is near. */
    final long[] near;

    Reach(Night night, Judgement judgement, PlaceGrid grid) {
        this.night = night;
        this.judgement = judgement;
        this.grid = grid;
        this.metresOfPlace = new int[night.places.size()];
        this.values = new int[judgement.differentNearness][night.places.size()];
        this.worked = new boolean[values.length];
        this.word = new int[(night.volunteers() + 63) / 64];
        this.near = new long[word.length];
    }

    /** To this request; later ones at the same place must not have been passed over. */
    void move(int request) {
        if (night.placeOfRequest[request] != home) {
            home = night.placeOfRequest[request];
            Arrays.fill(worked, false);
            look(request);
        }
        int nearness = judgement.nearness[request];
        valueOfPlace = values[nearness];
        if (!worked[nearness]) {
            worked[nearness] = true;
            for (int i = 0; i < nearby.place().length; i++) {
                valueOfPlace[nearby.place()[i]] = judgement.nearValue(request, nearby.metres()[i]);
            }
        }
    }

    /** Distance to a volunteer who is near. */
    int metres(int volunteer) {
        return metresOfPlace[night.placeOfVolunteer[volunteer]];
    }

    /** What the rules on distance add for a volunteer who is near. */
    int value(int volunteer) {
        return valueOfPlace[night.placeOfVolunteer[volunteer]];
    }

    private void look(int request) {
        nearby = grid.within(home, furthest(request));
        words = 0;
        for (int i = 0; i < nearby.place().length; i++) {
            int place = nearby.place()[i];
            metresOfPlace[place] = nearby.metres()[i];
            add(night.firstOfPlace[place], night.firstOfPlace[place + 1]);
        }
    }

    /** How far this request, or a later one at the same place, looks. */
    private int furthest(int first) {
        int furthest = 0;
        for (int request = first; request < night.requests() && night.placeOfRequest[request] == home; request++) {
            furthest = Math.max(furthest, judgement.requestLimit(request));
        }
        return furthest;
    }

    /** Volunteers from (included) to (excluded), who come after all those added before. */
    private void add(int from, int to) {
        for (int at = from >> 6; at <= (to - 1) >> 6 && from < to; at++) {
            if (words == 0 || word[words - 1] != at) {
                word[words] = at;
                near[words++] = 0;
            }
            near[words - 1] |= bits(at << 6, from, to);
        }
    }

    /** The bits of the word of 64 volunteers that begins there which lie within from (included) and to (excluded). */
    private static long bits(int start, int from, int to) {
        long bits = -1L;
        if (from > start) {
            bits &= -1L << (from - start);
        }
        if (to < start + 64) {
            bits &= -1L >>> (start + 64 - to);
        }
        return bits;
    }
}
