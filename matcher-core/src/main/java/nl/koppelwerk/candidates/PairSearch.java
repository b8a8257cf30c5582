package nl.koppelwerk.candidates;

import java.util.Arrays;
import java.util.stream.IntStream;
import nl.koppelwerk.fit.rule.Pair;

/** Finds the feasible pairs of the requests, some consecutive requests at a time on each core. */
final class PairSearch {
    private static final int REQUESTS_AT_A_TIME = 256;

    private final Night night;
    private final Judgement judgement;
    private final FixedPairs fixed;
    private final KnownPairs known;
    private final PlaceGrid grid;
    private final int[] volunteerLimit;

    PairSearch(Night night, Judgement judgement, FixedPairs fixed, KnownPairs known) {
        this.night = night;
        this.judgement = judgement;
        this.fixed = fixed;
        this.known = known;
        this.grid = new PlaceGrid(night.places);
        this.volunteerLimit = IntStream.range(0, night.volunteers())
                .map(judgement::volunteerLimit)
                .toArray();
    }

    /** The same with any number of threads. */
    FoundPairs find(boolean onAllCores) {
        int parts = (night.requests() + REQUESTS_AT_A_TIME - 1) / REQUESTS_AT_A_TIME;
        FoundPairs found = new FoundPairs(night.requests());
        IntStream each = IntStream.range(0, parts);
        (onAllCores ? each.parallel() : each).forEach(part -> findPart(part, found));
        return found;
    }

    private void findPart(int part, FoundPairs found) {
        int from = part * REQUESTS_AT_A_TIME;
        int to = Math.min(night.requests(), from + REQUESTS_AT_A_TIME);
        Reach reach = new Reach(night, judgement, grid);
        Shortlist list = new Shortlist();
        for (int request = from; request < to; request++) {
            if (known.holds(request) && !fixed.holds(request)) {
                known.put(request, found);
            } else {
                findOf(request, reach, list);
                found.put(request, list);
            }
        }
    }

    private void findOf(int request, Reach reach, Shortlist list) {
        list.size = 0;
        if (fixed.holds(request)) {
            putFixed(request, list);
        } else if (night.placeOfRequest[request] >= 0) {
            reach.move(request);
            collect(request, reach, list);
            keepAllowed(request, list);
        }
        judgement.weigh(request, list);
    }

    private void putFixed(int request, Shortlist list) {
        int volunteer = fixed.volunteer(request);
        int metres = new Pair(night.askings.get(request), night.offerings.get(volunteer)).metres();
        list.volunteer[0] = volunteer;
        list.value[0] = judgement.nearValue(request, metres);
        list.size = 1;
    }

    /** Those near enough whom the rules in bit sets allow. */
    private void collect(int request, Reach reach, Shortlist list) {
        long[][] rows = new long[judgement.inBits.size()][];
        Arrays.setAll(rows, i -> judgement.inBits.get(i).bitsOf(request));
        int limit = judgement.requestLimit(request);
        for (int i = 0; i < reach.words; i++) {
            int word = reach.word[i];
            long left = reach.near[i];
            for (long[] row : rows) {
                left &= row[word];
            }
            if (left != 0) {
                list.reserve(Long.SIZE);
                collectWord(word << 6, left, limit, reach, list);
            }
        }
    }

    private void collectWord(int start, long bits, int limit, Reach reach, Shortlist list) {
        int size = list.size;
        for (long left = bits; left != 0; left &= left - 1) {
            int volunteer = start + Long.numberOfTrailingZeros(left);
            list.volunteer[size] = volunteer;
            list.value[size] = reach.value(volunteer);
            size += reach.metres(volunteer) <= Math.min(limit, volunteerLimit[volunteer]) ? 1 : 0;
        }
        list.size = size;
    }

    private void keepAllowed(int request, Shortlist list) {
        for (PairTable<?, ?> table : judgement.pairByPair) {
            table.keepAllowed(request, list);
        }
    }
}
