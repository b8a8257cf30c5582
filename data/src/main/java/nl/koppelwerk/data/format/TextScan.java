package nl.koppelwerk.data.format;

/** Finds out, byte by byte, whether something is text and in which encoding. */
final class TextScan {
    private static final int[] UNUSED_IN_WINDOWS_1252 = {0x81, 0x8D, 0x8F, 0x90, 0x9D};
    private long controls;
    private long visible;
    private long sequences;
    private long invalid;
    private long unusedInWindows;
    private int pending;
    private int length;

    void add(byte[] bytes, int count) {
        for (int i = 0; i < count; i++) {
            add(bytes[i] & 0xFF);
        }
    }

    private void add(int value) {
        if (value < 0x20 && value != '\t' && value != '\n' && value != '\r' && value != '\f') {
            controls++;
        } else if (value > 0x20 && value != 0xEF && value != 0xBB && value != 0xBF) {
            visible++;
        }
        for (int unused : UNUSED_IN_WINDOWS_1252) {
            unusedInWindows += value == unused ? 1 : 0;
        }
        follow(value);
    }

    private void follow(int value) {
        if (pending > 0) {
            if ((value & 0xC0) == 0x80) {
                pending--;
                sequences += pending == 0 ? 1 : 0;
                return;
            }
            invalid++;
            pending = 0;
        }
        if (value >= 0x80) {
            length = value >= 0xC2 && value < 0xE0
                    ? 1
                    : value >= 0xE0 && value < 0xF0 ? 2 : value >= 0xF0 && value < 0xF5 ? 3 : 0;
            invalid += length == 0 ? 1 : 0;
            pending = length;
        }
    }

    boolean blank() {
        return visible == 0 && controls == 0;
    }

    boolean binary() {
        return controls > 0 || !validUtf8() && !mixed() && unusedInWindows > 0;
    }

    boolean validUtf8() {
        return invalid == 0 && pending == 0;
    }

    /** Mostly good UTF-8 with some other bytes in it: reading it either way would garble names. */
    boolean mixed() {
        return !validUtf8() && sequences > invalid + (pending > 0 ? 1 : 0);
    }
}
