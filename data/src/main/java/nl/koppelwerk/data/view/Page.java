package nl.koppelwerk.data.view;

import java.util.List;

/**
 * One page of a long list.
 *
 * @param number counted from 1
 * @param size most items on a page
 * @param total items on all pages together
 */
public record Page<T>(List<T> items, int number, int size, long total) {
    public Page {
        items = List.copyOf(items);
        if (number < 1 || size < 1 || total < 0) {
            throw new IllegalArgumentException("page " + number + " of size " + size + " of " + total);
        }
    }

    public long pages() {
        return (total + size - 1) / size;
    }

    /** Number in the whole list of the first item here. */
    public long first() {
        return offset(number, size) + 1;
    }

    public static long offset(int number, int size) {
        return (long) (number - 1) * size;
    }

    /** The items of one page of all of them. */
    public static <T> List<T> of(List<T> all, int number, int size) {
        return all.stream().skip(offset(number, size)).limit(size).toList();
    }

    /** The page asked for, or the nearest one that there is. */
    public static int nearest(int asked, int size, long total) {
        return Math.clamp(asked, 1, (int) Math.max(1, (total + size - 1) / size));
    }
}
