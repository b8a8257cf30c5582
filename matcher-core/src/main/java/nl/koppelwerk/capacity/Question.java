package nl.koppelwerk.capacity;

/**
 * What is asked of a plan.
 *
 * @param more families, or volunteers, a month
 * @param months ahead, {@value #FEWEST_MONTHS} to {@value #MOST_MONTHS}
 * @param repetitions each with other draws; the ranges come from these
 * @param seed the same one gives the same answer
 */
public record Question(int more, int months, int repetitions, long seed) {
    public static final int FEWEST_MONTHS = 6;
    public static final int MOST_MONTHS = 12;
    public static final int MOST_MORE = 200;
    public static final int MOST_REPETITIONS = 50;
    static final double WEEKS_A_MONTH = 365.25 / 12 / 7;

    public Question {
        if (more < 1
                || more > MOST_MORE
                || months < FEWEST_MONTHS
                || months > MOST_MONTHS
                || repetitions < 2
                || repetitions > MOST_REPETITIONS) {
            throw new IllegalArgumentException(
                    "more %d, months %d, repetitions %d".formatted(more, months, repetitions));
        }
    }

    /** Whole weeks in so many months. */
    public static int weeks(int months) {
        return (int) Math.round(months * WEEKS_A_MONTH);
    }
}
