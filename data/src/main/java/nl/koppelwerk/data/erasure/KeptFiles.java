package nl.koppelwerk.data.erasure;

/** Files beside the database that tell of persons: rows that an import refused, mail that was written to a folder. */
public interface KeptFiles {
    /**
     * Takes a person out of them.
     *
     * @param really false: only counts
     * @return how many files tell of the person
     * @throws java.io.UncheckedIOException when a file cannot be read or changed; it may be tried again
     */
    long without(Traces person, boolean really);
}
