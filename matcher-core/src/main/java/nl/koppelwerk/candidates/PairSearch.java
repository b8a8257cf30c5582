package nl.koppelwerk.candidates;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import nl.koppelwerk.fit.rule.Pair;

/** Finds the feasible pairs of the requests, some consecutive requests at a time on each core. */
final class PairSearch {
    private static final int REQUESTS_AT_A_TIME = 256;

    private final Night night;
    private final Judgement judgement;
    private final FixedPairs fixed;
    private final PlaceGrid grid;
    private final int[] volunteerLimit;
    private final int[] availability;
    private final int[] suiting;

    PairSearch(Night night, Judgement judgement, FixedPairs fixed) {
        this.night = night;
        this.judgement = judgement;
        this.fixed = fixed;
        this.grid = new PlaceGrid(night.places);
        this.volunteerLimit = IntStream.range(0, night.volunteers())
                .map(judgement::volunteerLimit)
                .toArray();
        this.availability = night.offerings.stream()
                .mapToInt(offering -> offering.volunteer().availability().bits())
                .toArray();
        this.suiting = night.askings.stream()
                .mapToInt(asking -> asking.request().dayParts().bits())
                .toArray();
    }

    /** In the order of the requests; the same with any number of threads. */
    List<FoundPairs> find(boolean onAllCores) {
        int parts = (night.requests() + REQUESTS_AT_A_TIME - 1) / REQUESTS_AT_A_TIME;
        IntStream each = IntStream.range(0, parts);
        return (onAllCores ? each.parallel() : each).mapToObj(this::findPart).toList();
    }

    private FoundPairs findPart(int part) {
        int from = part * REQUESTS_AT_A_TIME;
        int to = Math.min(night.requests(), from + REQUESTS_AT_A_TIME);
        FoundPairs found = new FoundPairs(to - from);
        Reach reach = new Reach();
        Shortlist list = new Shortlist();
        for (int request = from; request < to; request++) {
            int before = found.size;
            if (fixed.holds(request)) {
                addFixed(request, found);
            } else if (night.placeOfRequest[request] >= 0) {
                reach.move(request);
                list.size = 0;
                collect(request, reach, list);
                judge(request, list);
                add(request, list, found);
            }
            found.count[request - from] = found.size - before;
        }
        return found;
    }

    /** The places in reach, looked up again only when the next request lives elsewhere or reaches further. */
    private final class Reach {
        private int place = -1;
        private int metres = -1;
        private List<PlaceGrid.Near> near = List.of();

        void move(int request) {
            int wanted = judgement.requestLimit(request);
            if (night.placeOfRequest[request] != place || wanted > metres) {
                place = night.placeOfRequest[request];
                metres = wanted;
                near = grid.within(place, metres);
            }
        }
    }

    private void addFixed(int request, FoundPairs found) {
        Shortlist only = new Shortlist();
        int volunteer = fixed.volunteer(request);
        int metres = new Pair(night.askings.get(request), night.offerings.get(volunteer)).metres();
        only.add(volunteer, judgement.nearValue(request, metres));
        judgement.weigh(request, only);
        found.add(volunteer, only.value[0], fixed.dayParts(request), judgement.tongues.of(request, volunteer));
    }

    /** Those near enough whom the rules in bit sets allow. */
    private void collect(int request, Reach reach, Shortlist list) {
        int limit = judgement.requestLimit(request);
        long[][] rows = new long[judgement.inBits.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = judgement.inBits.get(i).bits(request);
        }
        for (PlaceGrid.Near near : reach.near) {
            int from = night.firstOfPlace[near.place()];
            int to = night.firstOfPlace[near.place() + 1];
            if (near.metres() <= limit && from < to) {
                int before = list.size;
                collectPlace(near.metres(), from, to, rows, list);
                if (list.size > before) {
                    int nearValue = judgement.nearValue(request, near.metres());
                    Arrays.fill(list.value, before, list.size, nearValue);
                }
            }
        }
    }

    private void collectPlace(int metres, int from, int to, long[][] rows, Shortlist list) {
        for (int word = from >> 6; word <= (to - 1) >> 6; word++) {
            long left = mask(word, from, to);
            for (int i = 0; i < rows.length && left != 0; i++) {
                left &= rows[i][word];
            }
            for (; left != 0; left &= left - 1) {
                int volunteer = (word << 6) + Long.numberOfTrailingZeros(left);
                if (metres <= volunteerLimit[volunteer]) {
                    list.add(volunteer, 0);
                }
            }
        }
    }

    private void judge(int request, Shortlist list) {
        for (Table<?, ?> table : judgement.pairByPair) {
            table.keepAllowed(request, list);
        }
        judgement.weigh(request, list);
    }

    private void add(int request, Shortlist list, FoundPairs found) {
        for (int i = 0; i < list.size; i++) {
            int volunteer = list.volunteer[i];
            found.add(
                    volunteer,
                    list.value[i],
                    suiting[request] & availability[volunteer],
                    judgement.tongues.of(request, volunteer));
        }
    }

    /** The bits of a word that lie within from (included) and to (excluded). */
    private static long mask(int word, int from, int to) {
        int start = word << 6;
        long mask = -1L;
        if (from > start) {
            mask &= -1L << (from - start);
        }
        if (to < start + 64) {
            mask &= -1L >>> (start + 64 - to);
        }
        return mask;
    }
}
