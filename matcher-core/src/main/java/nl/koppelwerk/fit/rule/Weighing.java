package nl.koppelwerk.fit.rule;

/**
 * A rule by which one allowed pair is better than another.
 *
 * @param <A> what is asked
 * @param <O> what is offered
 */
public abstract non-sealed class Weighing<A, O> extends Rule<A, O> {
    private final int defaultWeight;

    protected Weighing(String name, int defaultWeight) {
        super(name);
        this.defaultWeight = defaultWeight;
    }

    /** 0 to {@link Rule#MOST}. */
    protected abstract int points(A asked, O offered);

    @Override
    public final int judge(A asked, O offered, int metres) {
        return points(asked, offered);
    }

    @Override
    protected Outcome outcome(A asked, O offered, int metres) {
        return points(asked, offered) * 2 >= MOST ? Outcome.YES : Outcome.NO;
    }

    @Override
    public final boolean forbids() {
        return false;
    }

    @Override
    public final boolean byDistance() {
        return false;
    }

    @Override
    public final int defaultWeight() {
        return defaultWeight;
    }
}
