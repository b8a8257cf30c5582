package nl.koppelwerk.exact;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * A part of the plans: one decision more than its parent.
 *
 * @param value the bound known for it, in the scaled units of the aim
 */
record Branch(@Nullable Branch parent, Decision decision, long value, int depth) {

    /** What a branch decides. */
    sealed interface Decision {
        /** Nothing: all plans. */
        record Everything() implements Decision {}

        /** The request is served, or it is not. */
        record Served(int request, boolean served) implements Decision {}

        /** These pairs are out: no plan of use takes one of them. */
        record Narrowed(BitSet pairs) implements Decision {}

        /** The request takes this pair, or it does not. */
        record Taken(int request, int pair, boolean taken) implements Decision {}
    }

    /** The decisions from the root to here, as pairs that are out and requests that must be served. */
    void collect(int[] pairStart, BitSet excluded, BitSet served) {
        for (Branch branch = this; branch != null; branch = branch.parent) {
            switch (branch.decision) {
                case Decision.Everything _ -> {}
                case Decision.Narrowed(BitSet pairs) -> excluded.or(pairs);
                case Decision.Served(int request, boolean isServed) -> {
                    if (isServed) {
                        served.set(request);
                    } else {
                        excluded.set(pairStart[request], pairStart[request + 1]);
                    }
                }
                case Decision.Taken(int request, int pair, boolean isTaken) -> {
                    if (isTaken) {
                        served.set(request);
                        excluded.set(pairStart[request], pair);
                        excluded.set(pair + 1, pairStart[request + 1]);
                    } else {
                        excluded.set(pair);
                    }
                }
            }
        }
    }
}
