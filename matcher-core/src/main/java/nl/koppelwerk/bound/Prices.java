package nl.koppelwerk.bound;

/**
 * What serving a request, an introduction in a group and a clash within a family cost, in whole numbers.
 *
 * <p>Whatever the prices, as long as none is negative, they give an upper bound on
 * {@code first * level1 + second * level2} over all plans: every volunteer takes the most profitable set that its own
 * limits allow, and what the prices took off is added back.
 *
 * @param first how much a unit of the first level counts
 * @param second how much a unit of the second level counts
 * @param request for each request its price; only requests that must be served may have a negative one
 * @param group for each group the price of one new introduction
 * @param tagRows prices of carrying different tags
 * @param clashRows prices of combinations that no plan can hold
 */
public record Prices(long first, long second, long[] request, long[] group, TagRow[] tagRows, ClashRow[] clashRows) {

    /**
     * Two requests of an interaction served with different tags pay the penalty: pairs of the first with a tag in
     * {@code tags} and pairs of the second with a tag outside it are together at most one, or the penalty is paid. The
     * prices of one interaction add up to at most {@code second} times its penalty.
     */
    public record TagRow(int interaction, short[] tags, long price) {}

    /** Each pair of {@code firstPairs} clashes on day-parts with each of {@code secondPairs}: together at most one. */
    public record ClashRow(int interaction, int[] firstPairs, int[] secondPairs, long price) {}

    /** Prices without rows for interactions. */
    public static Prices of(long first, long second, long[] request, long[] group) {
        return new Prices(first, second, request, group, new TagRow[0], new ClashRow[0]);
    }
}
