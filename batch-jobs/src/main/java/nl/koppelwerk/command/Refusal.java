package nl.koppelwerk.command;

/** An expected reason why a command cannot do its work: printed as one sentence, without a stack trace. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;
    private final String key;
    private final transient Object[] arguments;

    /**
     * @param exitCode one of {@link ExitCode}
     * @param key of the sentence in the messages
     * @param arguments that the sentence names
     */
    public Refusal(int exitCode, String key, Object... arguments) {
        super(key);
        this.exitCode = exitCode;
        this.key = key;
        this.arguments = arguments.clone();
    }

    public int exitCode() {
        return exitCode;
    }

    String sentence(Texts texts) {
        return texts.get(key, arguments);
    }
}
