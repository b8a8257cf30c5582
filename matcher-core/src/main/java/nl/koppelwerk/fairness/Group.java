package nl.koppelwerk.fairness;

import java.util.Collection;

/**
 * The open requests of one kind of family in a night.
 *
 * @param name a language, three digits, a household or the code of a programme
 * @param served those that have a proposal
 * @param waitingLong those that wait longer than the middle one of all requests
 * @param meanWaitDays rounded
 */
public record Group(String name, int requests, int served, int waitingLong, int meanWaitDays, int longestWaitDays) {
    /** With fewer, chance alone makes the difference, and a figure would be about a few families. */
    public static final int FEWEST_JUDGED = 10;

    /** Several groups as one without a name. */
    static Group together(Collection<Group> groups) {
        int requests = groups.stream().mapToInt(Group::requests).sum();
        double waited = groups.stream()
                .mapToDouble(group -> (double) group.meanWaitDays * group.requests)
                .sum();
        return new Group(
                "",
                requests,
                groups.stream().mapToInt(Group::served).sum(),
                groups.stream().mapToInt(Group::waitingLong).sum(),
                (int) Math.round(waited / Math.max(1, requests)),
                groups.stream().mapToInt(Group::longestWaitDays).max().orElse(0));
    }

    public boolean isJudged() {
        return requests >= FEWEST_JUDGED;
    }

    /** 0 to 1. */
    public double chance() {
        return requests == 0 ? 0 : (double) served / requests;
    }

    public Interval chanceInterval() {
        return Interval.of(served, requests);
    }

    /** Whether even the highest chance that fits the figures is lower than that of all together. */
    public boolean hasLessChance(Group all) {
        return isJudged() && chanceInterval().high() < all.chance();
    }

    /** Whether even by the lowest share that fits the figures more than half wait longer than the middle one of all. */
    public boolean waitsLonger() {
        return isJudged() && Interval.of(waitingLong, requests).low() > 0.5;
    }

    public boolean fallsBehind(Group all) {
        return hasLessChance(all) || waitsLonger();
    }
}
