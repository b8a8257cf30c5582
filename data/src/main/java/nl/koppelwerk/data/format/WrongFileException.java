package nl.koppelwerk.data.format;

import java.util.List;

/** A file that cannot be what somebody meant to give: it is refused whole, with one sentence that says why. */
public final class WrongFileException extends Exception {
    private static final String MESSAGES = "nl.koppelwerk.data.format.messages";
    private final transient Sentence reason;

    /**
     * @param key message after {@code wrong-file.}
     * @param file the file's name, the sentence's first argument
     */
    public WrongFileException(String key, String file, String... more) {
        this(new Sentence(MESSAGES, "wrong-file." + key, arguments(file, more)));
    }

    public WrongFileException(Sentence reason) {
        super(reason.english());
        this.reason = reason;
    }

    public Sentence reason() {
        return reason;
    }

    private static List<String> arguments(String file, String... more) {
        List<String> all = new java.util.ArrayList<>(List.of(file));
        all.addAll(List.of(more));
        return all;
    }
}
