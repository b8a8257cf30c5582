package nl.koppelwerk.fit.rule;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.koppelwerk.sentence.Argument;
import nl.koppelwerk.sentence.Sentence;

/**
 * One condition on a request and a volunteer together. The same object filters the pairs, scores them and explains them.
 *
 * <p>A rule reads one thing of each side and judges these two alone, so that whoever tests many pairs needs to judge
 * equal things only once.
 *
 * @param <A> what it looks at on the request's side, with a value's {@code equals}
 * @param <O> what it looks at on the volunteer's side, with a value's {@code equals}
 */
public abstract sealed class Rule<A, O> permits Forbidding, DistanceLimit, Weighing, DistanceWeighing {
    /** The judgement that the pair cannot be; any other judgement is a number of points. */
    public static final int FORBIDDEN = -1;

    /** The most points that a weighing rule gives. */
    public static final int MOST = 1000;

    private final String name;

    Rule(String name) {
        this.name = name;
    }

    public final String name() {
        return name;
    }

    public abstract A asked(Asking asking);

    public abstract O offered(Offering offering);

    /**
     * {@link #FORBIDDEN}, or 0 to {@link #MOST} points.
     *
     * @param metres distance between the two; ignored by rules that are not {@link #byDistance()}
     */
    public abstract int judge(A asked, O offered, int metres);

    public final int judge(Pair pair) {
        return judge(asked(pair.asking()), offered(pair.offering()), pair.metres());
    }

    /**
     * The only offered things that the rule looks for where this is asked, when they are few: everybody else is then neither
     * forbidden nor given points. Empty when it may be anything.
     */
    public Optional<Set<O>> looksFor(A asked) {
        return Optional.empty();
    }

    /** Whether a pair can be forbidden by this rule; other rules weigh. */
    public abstract boolean forbids();

    public abstract boolean byDistance();

    /** Weight where the programme does not set one, 0 to 100; 0 for a rule that forbids. */
    public abstract int defaultWeight();

    /** The outcomes that this rule has a sentence for; at least yes and no. */
    public List<Outcome> outcomes() {
        return List.of(Outcome.YES, Outcome.NO);
    }

    protected abstract Outcome outcome(A asked, O offered, int metres);

    /** What is filled in the sentence of an outcome. */
    protected List<Argument> figures(A asked, O offered, int metres) {
        return List.of();
    }

    public final Finding find(Pair pair) {
        A asked = asked(pair.asking());
        O offered = offered(pair.offering());
        Outcome outcome = outcome(asked, offered, pair.metres());
        return new Finding(
                name,
                forbids(),
                outcome,
                judge(asked, offered, pair.metres()),
                weight(pair.asking()),
                new Sentence("rule." + name + "." + outcome.key(), figures(asked, offered, pair.metres())));
    }

    /** What the request's programme lets this rule weigh, 0 to 100. */
    public final int weight(Asking asking) {
        return forbids() ? 0 : asking.programme().rules().weights().getOrDefault(name, defaultWeight());
    }

    @Override
    public final String toString() {
        return name;
    }
}
