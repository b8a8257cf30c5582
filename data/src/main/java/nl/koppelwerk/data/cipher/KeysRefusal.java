package nl.koppelwerk.data.cipher;

import java.nio.file.Path;

/** Why the software does not start: what is encrypted could not be read, or would be encrypted with a key that nobody keeps. */
public final class KeysRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final Path file;

    /** What is the matter with the file. */
    public enum Reason {
        MISSING,
        OTHER,
        DAMAGED
    }

    private KeysRefusal(Reason reason, Path file, String why) {
        super(why);
        this.reason = reason;
        this.file = file;
    }

    public Reason reason() {
        return reason;
    }

    /** Where the keys are looked for. */
    public Path file() {
        return file;
    }

    static KeysRefusal missing(Path file) {
        return new KeysRefusal(
                Reason.MISSING,
                file,
                "The key file " + file
                        + " is not there, and names, addresses and texts in this database were encrypted with"
                        + " it. Put the file back where it was (koppelwerk.database.keys says where).");
    }

    static KeysRefusal other(Path file, String needed) {
        return new KeysRefusal(
                Reason.OTHER,
                file,
                "The key file " + file + " is not the one that this database was encrypted with: it has no key "
                        + needed + ". Put the right file there (koppelwerk.database.keys says where).");
    }

    static KeysRefusal wrong(Path file, int line) {
        return new KeysRefusal(
                Reason.DAMAGED,
                file,
                "The key file " + file + " is damaged in line " + line + ": a line is a number and 32 bytes.");
    }
}
