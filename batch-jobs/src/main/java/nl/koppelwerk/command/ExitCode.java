package nl.koppelwerk.command;

/** What a command tells the shell; every command's {@code --help} lists these. */
public final class ExitCode {
    public static final int OK = 0;

    /** The work could not be done; nothing was changed by halves. */
    public static final int FAILED = 1;

    /** The command line itself is wrong: an unknown option, a value that cannot be read. */
    public static final int USAGE = 2;

    /** The work was done and shows something wrong: a breach of a rule, a difference, a refused row. */
    public static final int FOUND = 3;

    /** Somebody else is doing this at the moment. */
    public static final int BUSY = 4;

    private ExitCode() {}
}
