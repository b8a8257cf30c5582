package nl.koppelwerk.data.database;

/** Why no backup is made or put back; nothing was changed. */
public final class BackupRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String place;

    /** What is in the way. */
    public enum Reason {
        /** The data is in a PostgreSQL of one's own, which has its own tools. */
        NOT_EMBEDDED,
        NO_DATABASE,
        FILE_EXISTS,
        NO_BACKUP,
        DAMAGED,
        /** Made by newer software than this. */
        NEWER,
        /** There is a database already. */
        OCCUPIED,
        /** The file with the keys of encrypted values is not there, or not the right one. */
        NO_KEYS,
        /** The key that some fields were encrypted with is not in the folder. */
        OTHER_KEY
    }

    BackupRefusal(Reason reason, String place) {
        super(reason + ": " + place);
        this.reason = reason;
        this.place = place;
    }

    public Reason reason() {
        return reason;
    }

    /** The file, folder, address or table that it is about. */
    public String place() {
        return place;
    }
}
