package nl.koppelwerk.explain.replan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import nl.koppelwerk.problem.Plan;
import nl.koppelwerk.problem.Problem;

/**
 * The requests that a change at one request may reach, nearest first: those served by the volunteers it could get, and
 * whoever could come in their place.
 */
final class Neighbourhood {
    private final Problem problem;
    private final List<List<Integer>> servedBy = new ArrayList<>();
    private final List<List<Integer>> suiting = new ArrayList<>();
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
            suiting.add(new ArrayList<>(2));
        }
        for (int r = 0; r < problem.requests(); r++) {
            siblings.add(new ArrayList<>(1));
            if (!problem.isFixed(r)) {
                note(r, plan);
            }
        }
        for (Problem.Interaction interaction : problem.interactions()) {
            siblings.get(interaction.first()).add(interaction.second());
            siblings.get(interaction.second()).add(interaction.first());
        }
    }

    private void note(int request, Plan plan) {
        if (plan.pair()[request] >= 0) {
            servedBy.get(problem.pairVolunteer()[plan.pair()[request]]).add(request);
        }
        for (int pair = problem.pairsFrom(request); pair < problem.pairsEnd(request); pair++) {
            suiting.get(problem.pairVolunteer()[pair]).add(request);
        }
    }

    /**
     * Up to a number of requests, breadth first. Where a volunteer has nobody who may make way, nobody gains by the
     * change: there is no more room than there was.
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
        for (int pair = problem.pairsFrom(request); pair < problem.pairsEnd(request); pair++) {
            int volunteer = problem.pairVolunteer()[pair];
            neighbours.addAll(servedBy.get(volunteer).isEmpty() ? List.of() : suiting.get(volunteer));
        }
        return neighbours;
    }
}
