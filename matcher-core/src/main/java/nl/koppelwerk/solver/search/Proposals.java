package nl.koppelwerk.solver.search;

import java.util.Arrays;
import java.util.stream.IntStream;
import nl.koppelwerk.problem.Problem;

/**
 * Proposes changes for a search to take: sweeps of chains, ever deeper while they find something, then kicks.
 *
 * <p>What it proposes depends on the ledger and the seed alone, never on the clock.
 */
public final class Proposals {

    private static final int CHAINS_A_PROPOSAL = 12;
    private static final int KICKS_A_PROPOSAL = 8;
    private static final int[] TRIES = {30, 150, 800};
    private static final int[] DEPTH = {2, 3, 6};

    private final Ledger ledger;
    private final Problem problem;
    private final Chains chains;
    private int[] queue = {};
    private int position;
    private int level;
    private boolean foundInSweep;

    public Proposals(Ledger ledger, PairOrder order, long seed) {
        this.ledger = ledger;
        this.problem = ledger.problem();
        this.chains = new Chains(ledger, order, seed);
        refill();
    }

    /** The next change to try; the ledger is as it was before. */
    public Proposal next() {
        while (level < TRIES.length) {
            sweepOn();
            if (chains.changes() > 0) {
                return propose();
            }
            if (position == queue.length) {
                level = foundInSweep ? level : level + 1;
                refill();
            }
        }
        return kick();
    }

    /** Whether sweeps find nothing any more, so that only kicks are left. */
    public boolean isKicking() {
        return level == TRIES.length;
    }

    private void sweepOn() {
        int found = 0;
        while (position < queue.length && found < CHAINS_A_PROPOSAL) {
            if (chains.improve(queue[position++], TRIES[level], DEPTH[level])) {
                found++;
            }
        }
        foundInSweep |= found > 0;
    }

    /** Unserved requests first, the weightiest at the head, then the served. */
    private void refill() {
        position = 0;
        foundInSweep = false;
        queue = IntStream.range(0, problem.requests())
                .filter(r -> !problem.isFixed(r) && problem.pairsFrom(r) < problem.pairsEnd(r))
                .boxed()
                .sorted((a, b) -> {
                    int byServed = Boolean.compare(ledger.isServed(a), ledger.isServed(b));
                    int byWeight = Long.compare(problem.requestWeight()[b], problem.requestWeight()[a]);
                    return byServed != 0 ? byServed : byWeight;
                })
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private Proposal kick() {
        long weight = ledger.weight();
        long fit = ledger.fit();
        for (int i = 0; i < KICKS_A_PROPOSAL && queue.length > 0; i++) {
            chains.takeBack();
            chains.kick(queue[chains.random(queue.length)]);
            int kicked = chains.changes();
            for (int change = 0; change < kicked; change++) {
                chains.improve(chains.changed(change), TRIES[1], DEPTH[1]);
            }
            boolean notWorse = ledger.weight() > weight || ledger.weight() == weight && ledger.fit() >= fit;
            if (notWorse && chains.changes() > 0) {
                break;
            }
        }
        return propose();
    }

    private Proposal propose() {
        int[] requests = IntStream.range(0, chains.changes())
                .map(chains::changed)
                .sorted()
                .distinct()
                .toArray();
        int[] pairs = new int[requests.length];
        long[] dayParts = new long[requests.length];
        Arrays.setAll(pairs, i -> ledger.pair(requests[i]));
        Arrays.setAll(dayParts, i -> ledger.dayParts(requests[i]));
        chains.takeBack();
        return new Proposal(requests, pairs, dayParts);
    }
}
