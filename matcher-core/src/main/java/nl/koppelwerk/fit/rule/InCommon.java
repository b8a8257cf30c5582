package nl.koppelwerk.fit.rule;

/**
 * A rule that reads a set of each side and judges only how many of the things asked are offered too, so that whoever tests
 * many pairs needs one number of each side and no objects.
 *
 * @param <A> what is asked
 * @param <O> what is offered
 */
public interface InCommon<A, O> {
    /** The things asked, one bit each. */
    int askedBits(A asked);

    /** The things offered, by the same bits. */
    int offeredBits(O offered);

    /** The rule's judgement where so many things are in both sets. */
    int judgeCommon(A asked, int common);

    /** How many things are in both sets. */
    default int common(A asked, O offered) {
        return Integer.bitCount(askedBits(asked) & offeredBits(offered));
    }
}
