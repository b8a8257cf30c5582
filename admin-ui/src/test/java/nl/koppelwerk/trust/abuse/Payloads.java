package nl.koppelwerk.trust.abuse;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** More than a thousand texts that want to be more than text, each ending with a mark by which it is known again. */
final class Payloads {
    /** Called by a script that runs after all. */
    static final String ALARM = "kwCanary";

    private static final List<String> WAYS_OUT = List.of(
            "",
            "\">",
            "'>",
            "</textarea>",
            "</title>",
            "</script>",
            "-->",
            "]]>",
            "</style>",
            "\\\">",
            "</option></select>",
            "`>",
            "\\'>",
            "</noscript>",
            "</svg></math>",
            "*/",
            "</p></div>");

    private static final List<String> SCRIPTS = List.of(
            "<script>%s</script>",
            "<img src=x onerror=%s>",
            "<svg/onload=%s>",
            "<svg><animate onbegin=%s attributeName=x dur=1s>",
            "<input autofocus onfocus=%s>",
            "<details open ontoggle=%s>",
            "<video><source onerror=%s></video>",
            "<body onload=%s>",
            "<a href=javascript:%s autofocus>klik</a>",
            "<iframe srcdoc=\"<script>parent.%s</script>\"></iframe>",
            "<math><mtext><img src=x onerror=%s></mtext></math>",
            "<x style=animation:kw onanimationstart=%s>");

    private static final List<String> DISGUISES = List.of("plain", "upper", "slash", "newline", "entities", "escapes");

    private static final Pattern MARK = Pattern.compile("Qz([0-9a-z]+)zQ");

    private final Random random;
    private final List<String> all;
    private final Map<String, String> typed = new HashMap<>();

    Payloads(Random random) {
        this.random = random;
        this.all = List.copyOf(made());
    }

    int size() {
        return all.size();
    }

    private static Set<String> made() {
        Set<String> made = new LinkedHashSet<>();
        for (String out : WAYS_OUT) {
            for (String script : SCRIPTS) {
                for (String disguise : DISGUISES) {
                    made.add(out + disguised(script.formatted(ALARM + "(1)"), disguise));
                }
            }
        }
        for (String formula : Nasty.FORMULAS) {
            List.of("", " ", "\"", ",", ";", "\u00A0").forEach(before -> made.add(before + formula));
        }
        List.of(Nasty.MARKUP, Nasty.LETTERS, Nasty.WORDS)
                .forEach(kind -> kind.forEach(text -> made.add(text.replace("window.kwRan=1", ALARM + "(1)"))));
        List.of(
                        "\r\nBcc: kwaad@kwaad.example",
                        "%0d%0aSet-Cookie: kwaad=1",
                        "\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:kwaad",
                        "a\r\n\r\n<html>")
                .forEach(made::add);
        // A lone half of a pair is no text that a browser can send.
        made.removeIf(text ->
                text.isBlank() || text.chars().anyMatch(one -> one >= 0xD800 && one <= 0xDFFF) && text.length() < 3);
        return made;
    }

    private static String disguised(String script, String disguise) {
        return switch (disguise) {
            case "upper" ->
                script.replace("script", "ScRiPt").replace("<img", "<IMG").replace("svg", "SVG");
            case "slash" -> script.replaceFirst("(<\\w+)", "$1/").replace("/>", ">");
            case "newline" -> script.replaceFirst("(<\\w+)", "$1\n");
            case "entities" -> script.replace("<", "&lt;").replace(">", "&gt;");
            case "escapes" -> script.replace("<", "\\u003c").replace(">", "\\x3e");
            default -> script;
        };
    }

    /** One of them with its mark; every so often as many as fit. */
    String next(int longest) {
        String mark = "Qz" + Integer.toString(typed.size(), 36) + "zQ";
        int room = longest - mark.length() - 1;
        StringBuilder text = new StringBuilder(fitting(room));
        if (random.nextInt(4) == 0) {
            for (String more = fitting(room - text.length() - 1); !more.isEmpty() && text.length() < 1_500; ) {
                text.append(' ').append(more);
                more = fitting(room - text.length() - 1);
            }
        }
        typed.put(mark, text.toString());
        return room < 1 ? text.toString() : text + " " + mark;
    }

    private String fitting(int room) {
        for (int look = 0; look < 40; look++) {
            String one = all.get(random.nextInt(all.size()));
            if (one.length() <= room) {
                return one;
            }
        }
        return "";
    }

    /** What a page shows otherwise than it was typed, blanks and line ends apart. */
    List<String> otherwise(String shown) {
        List<String> wrong = new ArrayList<>();
        Matcher mark = MARK.matcher(shown);
        while (mark.find()) {
            Optional.ofNullable(typed.get(mark.group())).ifPresent(text -> {
                if (!plain(shown.substring(0, mark.start())).endsWith(plain(text))) {
                    wrong.add("\"" + Nasty.shown(text) + "\" is shown as \""
                            + Nasty.shown(shown.substring(Math.max(0, mark.start() - text.length() - 20), mark.start()))
                            + "\"");
                }
            });
        }
        return wrong;
    }

    static int marks(String shown) {
        return (int) MARK.matcher(shown).results().count();
    }

    /** A field of one line has no line ends, and a page none that count. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("[\\s\\u00A0\\p{Cntrl}\\uFEFF]+", "");
    }
}
