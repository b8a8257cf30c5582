package nl.koppelwerk.exact;

/** For one set at a time, put together pair by pair: the rows in which it counts, and what it pays for them. */
final class SetCount {

    private final SetRows rows;
    private final long[] price;
    private final int[] held;

    /** @param price for each row what a set pays that counts in it, 0 or more */
    SetCount(SetRows rows, long[] price) {
        this.rows = rows;
        this.price = price;
        this.held = new int[rows.size()];
    }

    /** What all rows add to the bound. */
    long constant() {
        long sum = 0;
        for (int row = 0; row < price.length; row++) {
            sum = Math.addExact(
                    sum, Math.multiplyExact(price[row], (long) rows.row(row).limit()));
        }
        return sum;
    }

    /** The pair joins the set; what is paid for that. */
    long add(int pair) {
        long paid = 0;
        int[] in = rows.rowsOf(pair);
        for (int i = 0; i < in.length; i++) {
            int before = held[in[i]];
            held[in[i]] += rows.weightOf(pair)[i];
            if (price[in[i]] > 0) {
                SetRow row = rows.row(in[i]);
                int needed = rows.neededOf(pair)[i];
                paid += price[in[i]] * (row.counts(held[in[i]], needed) - row.counts(before, needed));
            }
        }
        return paid;
    }

    void remove(int pair) {
        int[] in = rows.rowsOf(pair);
        for (int i = 0; i < in.length; i++) {
            held[in[i]] -= rows.weightOf(pair)[i];
        }
    }
}
