package nl.koppelwerk.data.sharing;

import java.time.LocalDate;
import java.util.Optional;
import nl.koppelwerk.domain.programme.ProgrammeId;

/**
 * A programme that somebody may be known in beside the own ones, and what that person said of it.
 *
 * @param runBy the organisation that carries it out
 * @param said the consent that holds, else the one that was withdrawn last; to the organisation that carries it out now
 */
public record Shared(ProgrammeId programme, String name, String runBy, Optional<Said> said) {
    /** Which text people agree to from now on. */
    public static final String CURRENT = "2026-11";

    /**
     * @param oneself on the own page; else a coordinator wrote it down
     * @param account who wrote it down
     */
    public record Said(
            String version,
            LocalDate givenOn,
            boolean oneself,
            Optional<String> account,
            Optional<LocalDate> withdrawnOn) {}

    public boolean holds() {
        return said.filter(one -> one.withdrawnOn().isEmpty()).isPresent();
    }
}
