package nl.koppelwerk.trust.workers;

import java.util.List;

/**
 * A night with so many workers, and what happens to one of them once it is at a piece.
 *
 * @param workers processes with one thread each
 */
record Trial(String name, int workers, Fault fault) {
    static final Trial ALONE = new Trial("no workers", 0, Fault.NONE);

    static final List<Trial> OTHERS = List.of(
            new Trial("1 worker", 1, Fault.NONE),
            new Trial("5 workers", 5, Fault.NONE),
            new Trial("5 workers, one killed", 5, Fault.KILLED),
            new Trial("5 workers, one frozen", 5, Fault.FROZEN),
            new Trial("1 worker, killed", 1, Fault.KILLED),
            new Trial("1 worker, frozen", 1, Fault.FROZEN));

    /** What happens to a worker in the middle. */
    enum Fault {
        NONE,
        KILLED,
        FROZEN
    }

    /** @param requests the smallest pieces that are sent */
    List<String> settings(int requests, int leaseSeconds) {
        return List.of(
                "--koppelwerk.workers.lease=" + leaseSeconds + "s",
                "--koppelwerk.workers.least-requests=" + requests,
                // Long enough for a busy computer: what is tried is that workers do plan.
                "--koppelwerk.workers.head-start=20s");
    }
}
