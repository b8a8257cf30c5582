package nl.koppelwerk.data.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the first bytes of a file give away. */
enum Signature {
    EMPTY("empty"),
    ZIP,
    UTF_16,
    OLD_EXCEL("old-excel"),
    PROTECTED("protected"),
    PDF("pdf"),
    IMAGE("image"),
    PACKED("packed"),
    WEB_PAGE("web-page"),
    XML("xml"),
    JSON("json"),
    RICH_TEXT("document"),
    TEXT;

    private final Optional<String> refusal;

    Signature() {
        refusal = Optional.empty();
    }

    Signature(String refusal) {
        this.refusal = Optional.of(refusal);
    }

    /** Which {@code wrong-file.} message refuses a file like this. */
    Optional<String> refusal() {
        return refusal;
    }

    static Signature of(byte[] head) {
        if (head.length == 0) {
            return EMPTY;
        }
        if (starts(head, 'P', 'K', 3, 4) || starts(head, 'P', 'K', 5, 6)) {
            return ZIP;
        }
        if (starts(head, 0xD0, 0xCF, 0x11, 0xE0)) {
            return OLD_EXCEL;
        }
        if (starts(head, 0xFF, 0xFE) || starts(head, 0xFE, 0xFF)) {
            return UTF_16;
        }
        if (starts(head, 0x89, 'P', 'N', 'G') || starts(head, 0xFF, 0xD8, 0xFF) || starts(head, 'G', 'I', 'F', '8')) {
            return IMAGE;
        }
        boolean packed =
                starts(head, 0x1F, 0x8B) || starts(head, '7', 'z', 0xBC, 0xAF) || starts(head, 'R', 'a', 'r', '!');
        return packed ? PACKED : ofText(head);
    }

    private static Signature ofText(byte[] head) {
        String start = new String(head, StandardCharsets.ISO_8859_1)
                .replaceFirst("^\u00EF\u00BB\u00BF", "")
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        if (start.startsWith("%pdf")) {
            return PDF;
        }
        if (start.startsWith("{\\rtf")) {
            return RICH_TEXT;
        }
        if (start.startsWith("<!doctype html") || start.startsWith("<html") || start.contains("<html ")) {
            return WEB_PAGE;
        }
        if (start.startsWith("<")) {
            return XML;
        }
        return start.startsWith("{") || start.startsWith("[{") ? JSON : TEXT;
    }

    private static boolean starts(byte[] head, int... bytes) {
        byte[] wanted = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            wanted[i] = (byte) bytes[i];
        }
        return Arrays.equals(wanted, Arrays.copyOf(head, wanted.length)) && head.length >= wanted.length;
    }
}
