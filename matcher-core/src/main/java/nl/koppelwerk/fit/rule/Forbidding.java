package nl.koppelwerk.fit.rule;

/**
 * A rule that a pair meets or not.
 *
 * @param <A> what is asked
 * @param <O> what is offered
 */
public abstract non-sealed class Forbidding<A, O> extends Rule<A, O> {
    protected Forbidding(String name) {
        super(name);
    }

    protected abstract boolean allows(A asked, O offered);

    @Override
    public final int judge(A asked, O offered, int metres) {
        return allows(asked, offered) ? 0 : FORBIDDEN;
    }

    @Override
    protected Outcome outcome(A asked, O offered, int metres) {
        return allows(asked, offered) ? Outcome.YES : Outcome.NO;
    }

    @Override
    public final boolean forbids() {
        return true;
    }

    @Override
    public final boolean byDistance() {
        return false;
    }

    @Override
    public final int defaultWeight() {
        return 0;
    }
}
