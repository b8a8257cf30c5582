package nl.koppelwerk.command;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A command line taken apart: words for the commands, and settings that are handed to Spring as they are
 * ({@code --server.port=8090}: an option with a dot in its name).
 */
public record Arguments(List<String> words, List<String> settings) {
    private static final Pattern SETTING = Pattern.compile("--[a-z][\\w-]*(\\.[\\w\\[\\]-]+)+(=.*)?", Pattern.DOTALL);

    public Arguments {
        words = List.copyOf(words);
        settings = List.copyOf(settings);
    }

    public static Arguments of(String... args) {
        List<String> all = List.of(args);
        return new Arguments(
                all.stream().filter(word -> !isSetting(word)).toList(),
                all.stream().filter(Arguments::isSetting).toList());
    }

    public Locale locale() {
        return words.contains("--english") ? Texts.ENGLISH : Texts.DUTCH;
    }

    private static boolean isSetting(String word) {
        return SETTING.matcher(word).matches();
    }
}
