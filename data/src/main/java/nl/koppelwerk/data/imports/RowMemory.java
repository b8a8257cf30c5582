package nl.koppelwerk.data.imports;

import java.util.OptionalInt;
import java.util.UUID;

/**
 * Remembers in which row something was said first, and what: twenty bytes each, so that a file of a million rows fits.
 * Names and contents are kept as 64 bits of a good hash.
 */
final class RowMemory {
    private long[] keys = new long[1 << 10];
    private long[] contents = new long[1 << 10];
    private int[] rows = new int[1 << 10];
    private int size;

    /** The row that first said something of {@code id}, when what it said was not {@code content}; notes it otherwise. */
    OptionalInt differing(UUID id, String content, int row) {
        if (size * 2 > keys.length) {
            grow();
        }
        int index = index(keys, key(id));
        if (rows[index] == 0) {
            keys[index] = key(id);
            contents[index] = hash(content);
            rows[index] = row;
            size++;
        }
        return contents[index] == hash(content) ? OptionalInt.empty() : OptionalInt.of(rows[index]);
    }

    /** The row that said something of {@code id} before; notes it otherwise. */
    OptionalInt earlier(UUID id, int row) {
        return differing(id, Integer.toString(row), row);
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldContents = contents;
        int[] oldRows = rows;
        keys = new long[oldKeys.length * 2];
        contents = new long[oldKeys.length * 2];
        rows = new int[oldKeys.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldRows[i] != 0) {
                int index = index(keys, oldKeys[i]);
                keys[index] = oldKeys[i];
                contents[index] = oldContents[i];
                rows[index] = oldRows[i];
            }
        }
    }

    private int index(long[] in, long key) {
        int index = Long.hashCode(key * 0x9E3779B97F4A7C15L) & in.length - 1;
        while (rows[index] != 0 && in[index] != key) {
            index = index + 1 & in.length - 1;
        }
        return index;
    }

    private static long key(UUID id) {
        return id.getMostSignificantBits() ^ Long.rotateLeft(id.getLeastSignificantBits(), 32);
    }

    /** FNV-1a with a final mix, 64 bits. */
    private static long hash(String text) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
        }
        return hash ^ hash >>> 29;
    }
}
