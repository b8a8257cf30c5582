package nl.koppelwerk.data.store;

import java.util.List;
import java.util.Optional;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The organisations that this database serves; the one store that works outside an {@link OrganisationScope}. */
public final class Organisations {
    private final JdbcClient jdbc;
    private final OrganisationScope scope;

    public Organisations(JdbcClient jdbc, OrganisationScope scope) {
        this.jdbc = jdbc;
        this.scope = scope;
    }

    /** @param name unique */
    public record Organisation(OrganisationId id, String name) {}

    /** All of them by name. */
    public List<Organisation> list() {
        String sql = "select organisation, name from list_organisations() order by name";
        return jdbc.sql(sql)
                .query((row, number) ->
                        new Organisation(new OrganisationId(Columns.uuid(row, "organisation")), row.getString("name")))
                .list();
    }

    public Optional<Organisation> find(String name) {
        return list().stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /** Adds the organisation, or gives it this name; nothing happens when it is there already. */
    public void save(Organisation organisation) {
        String sql = """
                insert into organisation (organisation, name)
                values (:organisation, :name)
                on conflict (organisation) do update set name = excluded.name
                """;
        scope.inside(organisation.id(), () -> {
            jdbc.sql(sql)
                    .param("organisation", organisation.id().value())
                    .param("name", organisation.name())
                    .update();
        });
    }
}
