package nl.koppelwerk.data.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DatabaseExtension.class)
class RowLevelSecurityTest {
    /** Public knowledge, job tables, sessions (encrypted), worker processes, Flyway's own list, hashes of failed attempts: no personal data, no organisation. */
    private static final List<String> OF_NO_ORGANISATION = List.of(
            "batch.batch_job_execution",
            "batch.batch_job_execution_context",
            "batch.batch_job_execution_params",
            "batch.batch_job_instance",
            "batch.batch_step_execution",
            "batch.batch_step_execution_context",
            "public.failed_attempts",
            "public.flyway_schema_history",
            "public.municipality",
            "public.place",
            "web.session",
            "web.session_attributes",
            "work.software",
            "work.worker");

    private static final String UNGUARDED = """
            select n.nspname || '.' || c.relname
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')
              and not (c.relrowsecurity and c.relforcerowsecurity
                       and exists (select from pg_policy p
                                   where p.polrelid = c.oid and p.polname = 'own_organisation' and p.polcmd = '*'
                                     and pg_get_expr(p.polqual, c.oid) like '%current_organisation()%'
                                     and pg_get_expr(p.polwithcheck, c.oid) like '%current_organisation()%'))
            order by 1
            """;

    @Test
    void everyTableOfAnOrganisationIsUnderForcedRowLevelSecurity(TestDatabase database) {
        List<@Nullable String> unguarded =
                database.ownerJdbc().sql(UNGUARDED).query(String.class).list();

        assertThat(unguarded).isEqualTo(OF_NO_ORGANISATION);
    }

    @Test
    void theCatalogueTestNoticesATableWithoutForce(TestDatabase database) {
        database.ownerJdbc().sql("create table careless (organisation uuid)").update();
        database.ownerJdbc().sql("call guard('careless')").update();
        database.ownerJdbc()
                .sql("alter table careless no force row level security")
                .update();

        List<@Nullable String> unguarded =
                database.ownerJdbc().sql(UNGUARDED).query(String.class).list();

        database.ownerJdbc().sql("drop table careless").update();
        assertThat(unguarded).contains("public.careless");
    }

    @Test
    void aRoleThatRowLevelSecurityDoesNotHoldIsRefused(TestDatabase database) {
        Access owner = database.owner();
        DatabaseSettings settings = new DatabaseSettings(
                Path.of("not used"),
                true,
                Optional.of(owner.url()),
                owner.username(),
                owner.password(),
                owner.username(),
                Optional.of(owner.password()),
                2);

        assertThatThrownBy(() -> Database.open(settings))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(owner.username());
    }
}
