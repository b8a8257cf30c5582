package nl.koppelwerk.bench;

import com.google.ortools.Loader;
import com.google.ortools.graph.MinCostFlow;
import com.google.ortools.graph.MinCostFlowBase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import nl.koppelwerk.bound.Flow;
import nl.koppelwerk.bound.Residual;
import nl.koppelwerk.problem.Problem;

/** The exact flow relaxation by our own code and by OR-Tools, in one run and to the same optimum. */
public final class FlowBench {

    private final Clock clock;

    public FlowBench(Clock clock) {
        this.clock = clock;
    }

    /** @param first and {@code second}: the optimum, which both must find */
    public record Time(long first, long second, double seconds) {}

    public Time ours(Problem problem) {
        Instant start = clock.instant();
        Flow flow = new Flow(problem);
        return new Time(flow.first(), flow.second(), since(start));
    }

    /** @throws IllegalStateException when OR-Tools finds no optimum */
    public Time orTools(Problem problem) {
        Loader.loadNativeLibraries();
        Instant start = clock.instant();
        Network network = new Network(problem);
        MinCostFlowBase.Status status = network.flow.solve();
        if (status != MinCostFlowBase.Status.OPTIMAL) {
            throw new IllegalStateException("OR-Tools ends with " + status);
        }
        return network.read(since(start));
    }

    private double since(Instant start) {
        return Duration.between(start, clock.instant()).toNanos() / 1e9;
    }

    /** Hub, groups, requests, volunteers and their heavy entries as nodes; an arc for each pair. */
    private static final class Network {

        private final Problem problem;
        private final Residual residual;
        private final MinCostFlow flow = new MinCostFlow();
        private final int[] arcOfPair;

        Network(Problem problem) {
            this.problem = problem;
            this.residual = new Residual(problem);
            this.arcOfPair = new int[problem.pairs()];
            Arrays.fill(arcOfPair, -1);
            int sink = hub() + 1;
            flow.setNodeSupply(hub(), problem.requests());
            flow.setNodeSupply(sink, -problem.requests());
            flow.addArcWithCapacityAndUnitCost(hub(), sink, problem.requests(), 0);
            for (int g = 0; g < problem.groups(); g++) {
                flow.addArcWithCapacityAndUnitCost(
                        group(problem.groupParent()[g]), group(g), problem.groupLimit()[g], 0);
            }
            for (int v = 0; v < problem.volunteers(); v++) {
                int node = problem.requests() + v;
                flow.addArcWithCapacityAndUnitCost(node, sink, Math.max(0, residual.numberLeft(v)), 0);
                flow.addArcWithCapacityAndUnitCost(
                        node + problem.volunteers(), node, Math.max(0, residual.heavyLeft(v)), 0);
            }
            addRequests();
        }

        private void addRequests() {
            long unit = 1 + Arrays.stream(problem.pairValue()).max().orElse(0) * (long) problem.requests();
            for (int r = 0; r < problem.requests(); r++) {
                if (!residual.isFixed(r)) {
                    flow.addArcWithCapacityAndUnitCost(group(problem.requestGroup()[r]), r, 1, 0);
                    int entries = problem.requests() + (problem.requestHeavy()[r] ? problem.volunteers() : 0);
                    for (int p = problem.pairsFrom(r); p < problem.pairsEnd(r); p++) {
                        if (residual.usable(r, p)) {
                            long profit = unit * problem.requestWeight()[r] + problem.pairValue()[p];
                            arcOfPair[p] = flow.addArcWithCapacityAndUnitCost(
                                    r, entries + problem.pairVolunteer()[p], 1, -profit);
                        }
                    }
                }
            }
        }

        private int hub() {
            return problem.requests() + 2 * problem.volunteers() + problem.groups();
        }

        private int group(int g) {
            return g < 0 ? hub() : problem.requests() + 2 * problem.volunteers() + g;
        }

        Time read(double seconds) {
            long first = 0;
            long second = 0;
            for (int r = 0; r < problem.requests(); r++) {
                for (int p = problem.pairsFrom(r); p < problem.pairsEnd(r); p++) {
                    boolean taken = problem.fixedPair()[r] == p || arcOfPair[p] >= 0 && flow.getFlow(arcOfPair[p]) > 0;
                    first += taken ? problem.requestWeight()[r] : 0;
                    second += taken ? problem.pairValue()[p] : 0;
                }
            }
            return new Time(first, second, seconds);
        }
    }
}
