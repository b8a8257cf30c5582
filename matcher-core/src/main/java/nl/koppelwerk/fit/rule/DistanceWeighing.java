package nl.koppelwerk.fit.rule;

/** A rule by which nearer is better. It looks at the request's side and the distance only. */
public abstract non-sealed class DistanceWeighing extends Rule<Integer, Boolean> {
    private final int defaultWeight;

    protected DistanceWeighing(String name, int defaultWeight) {
        super(name);
        this.defaultWeight = defaultWeight;
    }

    /**
     * 0 to {@link Rule#MOST}.
     *
     * @param asked metres that count as far
     */
    protected abstract int points(int asked, int metres);

    @Override
    public final Boolean offered(Offering offering) {
        return true;
    }

    @Override
    public final int judge(Integer asked, Boolean offered, int metres) {
        return points(asked, metres);
    }

    @Override
    protected Outcome outcome(Integer asked, Boolean offered, int metres) {
        return points(asked, metres) * 2 >= MOST ? Outcome.YES : Outcome.NO;
    }

    @Override
    public final boolean forbids() {
        return false;
    }

    @Override
    public final boolean byDistance() {
        return true;
    }

    @Override
    public final int defaultWeight() {
        return defaultWeight;
    }
}
