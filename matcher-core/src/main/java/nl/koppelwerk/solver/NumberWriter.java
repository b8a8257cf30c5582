package nl.koppelwerk.solver;

import java.io.DataOutputStream;
import java.io.IOException;

/** Whole numbers, small ones in fewer bytes: {@code (n << 1) ^ (n >> 63)}, seven bits a byte, lowest first. */
record NumberWriter(DataOutputStream out) {
    void number(long number) throws IOException {
        long left = number << 1 ^ number >> 63;
        while ((left & ~0x7FL) != 0) {
            out.writeByte((int) (left & 0x7F | 0x80));
            left >>>= 7;
        }
        out.writeByte((int) left);
    }

    void numbers(long... numbers) throws IOException {
        for (long each : numbers) {
            number(each);
        }
    }

    void longs(long[] numbers) throws IOException {
        number(numbers.length);
        numbers(numbers);
    }

    void integers(int[] numbers) throws IOException {
        number(numbers.length);
        for (int each : numbers) {
            number(each);
        }
    }

    void shorts(short[] numbers) throws IOException {
        number(numbers.length);
        for (short each : numbers) {
            number(each);
        }
    }

    void booleans(boolean[] truths) throws IOException {
        number(truths.length);
        for (boolean each : truths) {
            number(each ? 1 : 0);
        }
    }
}
