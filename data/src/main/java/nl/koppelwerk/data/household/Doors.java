package nl.koppelwerk.data.household;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.signin.Secrets;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The way into the organisation of a link, with the eyes of a volunteer who is nobody: no row of a person is in sight, whatever
 * is asked.
 */
final class Doors {
    /** Of nobody: whoever reads under it sees no part of an organisation. */
    private static final UUID NOBODY = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final OrganisationScope unseen;

    Doors(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.unseen = new OrganisationScope(jdbc, transactions, () -> Optional.of(NOBODY));
    }

    Optional<OrganisationId> organisation(String key) {
        return organisation(jdbc, Secrets.hash(key));
    }

    /** Empty: there is no link or code with this hash. */
    static Optional<OrganisationId> organisation(JdbcClient jdbc, byte[] hash) {
        return jdbc.sql("select organisation_of_household(:hash) as organisation")
                .param("hash", hash)
                .query((row, number) -> Optional.ofNullable(row.getObject("organisation", UUID.class)))
                .single()
                .map(OrganisationId::new);
    }

    <T> Optional<T> inside(String key, Function<OrganisationId, Optional<T>> work) {
        return organisation(key)
                .flatMap(organisation -> unseen.inside(organisation, () -> {
                    jdbc.sql("select set_config('app.part', 'own', true)")
                            .query(String.class)
                            .single();
                    return work.apply(organisation);
                }));
    }
}
