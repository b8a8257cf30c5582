package nl.koppelwerk.explain.replan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import nl.koppelwerk.problem.Plan;
import nl.koppelwerk.problem.Problem;

/** The requests that a change at one request may reach, nearest first: those served by the volunteers it could get. */
final class Neighbourhood {
    private final Problem problem;
    private final List<List<Integer>> servedBy = new ArrayList<>();
    private final List<List<Integer>> waitingFor = new ArrayList<>();
    private final List<List<Integer>> siblings = new ArrayList<>();

    /**
     * @param requests ascending
     * @param whole whether no request outside can gain or lose by the change
     */
    record Reached(int[] requests, boolean whole) {}

    Neighbourhood(Problem problem, Plan plan) {
        this.problem = problem;
        for (int v = 0; v < problem.volunteers(); v++) {
            servedBy.add(new ArrayList<>(2));
            waitingFor.add(new ArrayList<>(2));
        }
        for (int r = 0; r < problem.requests(); r++) {
            siblings.add(new ArrayList<>(1));
            if (plan.pair()[r] >= 0) {
                servedBy.get(problem.pairVolunteer()[plan.pair()[r]]).add(r);
            } else {
                for (int pair = problem.pairStart()[r]; pair < problem.pairStart()[r + 1]; pair++) {
                    waitingFor.get(problem.pairVolunteer()[pair]).add(r);
                }
            }
        }
        for (Problem.Interaction interaction : problem.interactions()) {
            siblings.get(interaction.first()).add(interaction.second());
            siblings.get(interaction.second()).add(interaction.first());
        }
    }

    /**
     * Up to a number of requests, breadth first, and with them the requests without anybody that could get one of their
     * volunteers.
     */
    Reached around(int request, int most) {
        BitSet reached = new BitSet(problem.requests());
        Deque<Integer> queue = new ArrayDeque<>();
        reached.set(request);
        queue.add(request);
        boolean whole = true;
        while (!queue.isEmpty()) {
            int next = queue.remove();
            for (int other : neighbours(next)) {
                if (!reached.get(other)) {
                    if (reached.cardinality() >= most) {
                        whole = false;
                        break;
                    }
                    reached.set(other);
                    queue.add(other);
                }
            }
        }
        return new Reached(reached.stream().toArray(), whole && problem.groups() == 0);
    }

    private List<Integer> neighbours(int request) {
        List<Integer> neighbours = new ArrayList<>(siblings.get(request));
        for (int pair = problem.pairStart()[request]; pair < problem.pairStart()[request + 1]; pair++) {
            int volunteer = problem.pairVolunteer()[pair];
            neighbours.addAll(servedBy.get(volunteer));
            neighbours.addAll(waitingFor.get(volunteer));
        }
        return neighbours;
    }
}
