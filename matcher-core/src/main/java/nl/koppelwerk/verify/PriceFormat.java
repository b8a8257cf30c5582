package nl.koppelwerk.verify;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import nl.koppelwerk.bound.Prices;

/**
 * {@link Prices} as whole numbers, for {@link ProofFormat}: first, second, the number of requests and a price each, the
 * number of groups and a price each; the number of tag rows and for each interaction, price, the number of tags and these;
 * the number of clash rows and for each interaction, price, the number of first pairs and these, and the same of second
 * pairs.
 */
final class PriceFormat {

    private static final int MOST_ENTRIES = 1 << 28;

    void write(DataOutputStream out, Prices prices) throws IOException {
        numbers(out, prices.first(), prices.second(), prices.request().length);
        numbers(out, prices.request());
        number(out, prices.group().length);
        numbers(out, prices.group());
        number(out, prices.tagRows().length);
        for (Prices.TagRow row : prices.tagRows()) {
            numbers(out, row.interaction(), row.price(), row.tags().length);
            for (short tag : row.tags()) {
                number(out, tag);
            }
        }
        number(out, prices.clashRows().length);
        for (Prices.ClashRow row : prices.clashRows()) {
            numbers(out, row.interaction(), row.price());
            pairs(out, row.firstPairs());
            pairs(out, row.secondPairs());
        }
    }

    private void pairs(DataOutputStream out, int[] pairs) throws IOException {
        number(out, pairs.length);
        for (int pair : pairs) {
            number(out, pair);
        }
    }

    Prices read(DataInputStream in) throws IOException {
        long first = number(in);
        long second = number(in);
        long[] request = prices(in);
        long[] group = prices(in);
        Prices.TagRow[] tagRows = new Prices.TagRow[count(in)];
        for (int i = 0; i < tagRows.length; i++) {
            int interaction = index(in);
            long price = number(in);
            short[] tags = new short[count(in)];
            for (int tag = 0; tag < tags.length; tag++) {
                tags[tag] = (short) number(in);
            }
            tagRows[i] = new Prices.TagRow(interaction, tags, price);
        }
        Prices.ClashRow[] clashRows = new Prices.ClashRow[count(in)];
        for (int i = 0; i < clashRows.length; i++) {
            int interaction = index(in);
            long price = number(in);
            clashRows[i] = new Prices.ClashRow(interaction, pairs(in), pairs(in), price);
        }
        return new Prices(first, second, request, group, tagRows, clashRows);
    }

    private long[] prices(DataInputStream in) throws IOException {
        long[] prices = new long[count(in)];
        for (int i = 0; i < prices.length; i++) {
            prices[i] = number(in);
        }
        return prices;
    }

    private int[] pairs(DataInputStream in) throws IOException {
        int[] pairs = new int[count(in)];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = index(in);
        }
        return pairs;
    }

    private int count(DataInputStream in) throws IOException {
        return (int) within(number(in), MOST_ENTRIES);
    }

    private int index(DataInputStream in) throws IOException {
        return (int) within(number(in), Integer.MAX_VALUE);
    }

    private static long within(long number, int most) throws IOException {
        if (number < 0 || number > most) {
            throw new IOException("%d where 0 to %d can be".formatted(number, most));
        }
        return number;
    }

    void numbers(DataOutputStream out, long... numbers) throws IOException {
        for (long each : numbers) {
            number(out, each);
        }
    }

    private static void number(DataOutputStream out, long number) throws IOException {
        long left = number << 1 ^ number >> 63;
        while ((left & ~0x7FL) != 0) {
            out.writeByte((int) (left & 0x7F | 0x80));
            left >>>= 7;
        }
        out.writeByte((int) left);
    }

    long number(DataInputStream in) throws IOException {
        long read = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int next = in.readUnsignedByte();
            read |= (next & 0x7FL) << shift;
            if (next < 0x80) {
                return read >>> 1 ^ -(read & 1);
            }
        }
        throw new IOException("a number of more than 64 bits");
    }
}
