package nl.koppelwerk.solver;

import nl.koppelwerk.problem.PlanValue;

/** Told how the search is getting on. Called from several threads at once. */
@FunctionalInterface
public interface Progress {

    Progress NONE = state -> {};

    void report(State state);

    /**
     * @param part the part that got better, numbered from 0
     * @param parts how many there are
     * @param best the part's best plan so far
     * @param bound no plan of the part is worth more
     */
    record State(int part, int parts, PlanValue best, PlanValue bound) {

        /** The share of the bound's first level that is still open, 0 when nothing is. */
        public double gap() {
            return Result.gap(best.servedWeight(), bound.servedWeight());
        }

        /** The same of the second level. */
        public double fitGap() {
            return Result.gap(best.fit(), bound.fit());
        }
    }
}
