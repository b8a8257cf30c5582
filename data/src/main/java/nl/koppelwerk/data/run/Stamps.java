package nl.koppelwerk.data.run;

import java.util.List;
import java.util.stream.Collectors;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.database.WholeOrganisation;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells whether anything that a plan depends on has changed, whoever changed it and however: PostgreSQL writes with each row
 * which transaction put it where it is.
 */
public final class Stamps {
    private static final List<String> TABLES = List.of(
            "programme",
            "programme_rules",
            "family",
            "child",
            "support_request",
            "volunteer",
            "volunteer_programme",
            "sharing_agreement",
            "sharing_consent",
            "family_home",
            "pairing",
            "block",
            "both_sides",
            "place");

    private final JdbcClient jdbc;
    private final OrganisationScope scope;

    public Stamps(JdbcClient jdbc, OrganisationScope scope) {
        this.jdbc = jdbc;
        this.scope = scope;
    }

    /** The same as before only when no row was added, changed or removed meanwhile. */
    public String of(OrganisationId organisation) {
        String sql = TABLES.stream()
                .map(table ->
                        "(select count(*) || ':' || coalesce(sum(hashtextextended(t.xmin::text || t.ctid::text, 0)), 0)"
                                + " from " + table + " t)")
                .collect(Collectors.joining(" || ' ' || ", "select ", " as stamp"));
        return scope.reading(
                organisation,
                () -> WholeOrganisation.seen(
                        jdbc, () -> jdbc.sql(sql).query(String.class).single()));
    }
}
