package nl.koppelwerk.solver;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.Arrays;

/** What {@link NumberWriter} wrote. Room is only made for what is there, whatever a damaged count says. */
record NumberReader(DataInputStream in) {
    private static final int AT_FIRST = 1 << 12;

    long number() throws IOException {
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

    int integer() throws IOException {
        return (int) within(number(), Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    int count() throws IOException {
        return (int) within(number(), 0, Integer.MAX_VALUE - 8);
    }

    long[] longs() throws IOException {
        int count = count();
        long[] read = new long[Math.min(count, AT_FIRST)];
        for (int i = 0; i < count; i++) {
            if (i == read.length) {
                read = Arrays.copyOf(read, (int) Math.min(2L * i, count));
            }
            read[i] = number();
        }
        return read;
    }

    int[] integers() throws IOException {
        long[] wide = longs();
        int[] read = new int[wide.length];
        for (int i = 0; i < read.length; i++) {
            read[i] = (int) within(wide[i], Integer.MIN_VALUE, Integer.MAX_VALUE);
        }
        return read;
    }

    short[] shorts() throws IOException {
        long[] wide = longs();
        short[] read = new short[wide.length];
        for (int i = 0; i < read.length; i++) {
            read[i] = (short) within(wide[i], Short.MIN_VALUE, Short.MAX_VALUE);
        }
        return read;
    }

    boolean[] booleans() throws IOException {
        long[] wide = longs();
        boolean[] read = new boolean[wide.length];
        for (int i = 0; i < read.length; i++) {
            read[i] = within(wide[i], 0, 1) == 1;
        }
        return read;
    }

    private static long within(long number, long least, long most) throws IOException {
        if (number < least || number > most) {
            throw new IOException("%d where %d to %d can be".formatted(number, least, most));
        }
        return number;
    }
}
