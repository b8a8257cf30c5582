package nl.koppelwerk.data.database;

import java.util.Optional;
import java.util.UUID;

/** Says whose eyes the rows are for, so that the database shows no more of them than this account may see. */
@FunctionalInterface
public interface Reader {
    /** The jobs and commands of the software itself, which see everything of an organisation. */
    Reader SOFTWARE = Optional::empty;

    /** The account of the person who is signed in; empty: the software itself. */
    Optional<UUID> account();
}
