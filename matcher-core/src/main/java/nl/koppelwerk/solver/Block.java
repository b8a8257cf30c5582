package nl.koppelwerk.solver;

/**
 * The jobs of a few agents, to be divided anew at given prices an hour. Agents and jobs are numbered within the block.
 *
 * @param best for each job the agent where it loses least
 * @param loss for each job and agent what it loses there against its best; infinite where it cannot go
 * @param hours for each job and agent the hours that it takes there
 * @param room for each agent the hours that are left, or too many when negative, when each job is with its best agent
 * @param price for each agent what an hour left over loses
 * @param lost what the jobs and hours left over lose as they are divided now
 */
record Block(int[] best, double[][] loss, int[][] hours, int[] room, double[] price, double lost) {

    int agents() {
        return room.length;
    }

    int jobs() {
        return best.length;
    }

    /** Whether the job may go to another agent than its best without losing more than so much. */
    boolean isOpen(int job, double most) {
        for (int agent = 0; agent < agents(); agent++) {
            if (goesTo(agent, job, most)) {
                return true;
            }
        }
        return false;
    }

    boolean goesTo(int agent, int job, double most) {
        return agent != best[job] && loss[job][agent] <= most;
    }
}
