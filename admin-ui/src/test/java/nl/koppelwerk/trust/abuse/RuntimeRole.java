package nl.koppelwerk.trust.abuse;

import java.util.List;
import java.util.Random;
import nl.koppelwerk.trust.abuse.Sql.Answer;
import nl.koppelwerk.trust.abuse.Sql.Scope;

/**
 * What somebody could do who got to run any SQL as the application does: not become another, nor leave the tables. Temporary
 * tables and large objects are open to every role of PostgreSQL, and so is locking what may be changed.
 */
final class RuntimeRole implements Attack {
    private static final Scope NOBODY = new Scope("nobody", null, null);

    private static final List<String> BECOMING = List.of(
            "set role koppelwerk_owner",
            "set role postgres",
            "set session authorization postgres",
            "alter role current_user superuser",
            "alter role current_user bypassrls",
            "alter role current_user createrole",
            "alter role current_user createdb",
            "alter role current_user replication",
            "alter role koppelwerk_owner password 'x'",
            "create role another superuser",
            "grant koppelwerk_owner to current_user",
            "grant pg_read_all_data to current_user",
            "reassign owned by koppelwerk_owner to current_user",
            "alter system set row_security = off",
            "alter database koppelwerk_1 set row_security = off",
            "alter role all set app.organisation = 'x'",
            "set session_replication_role = replica",
            "create extension dblink",
            "create extension adminpack",
            "create language plpython3u");

    private static final List<String> REACHING = List.of(
            "copy family to '/tmp/out'",
            "copy family from '/etc/passwd'",
            "copy (select 1) to program 'id'",
            "select pg_read_file('/etc/passwd')",
            "select pg_read_binary_file('/etc/passwd')",
            "select pg_ls_dir('/')",
            "select pg_stat_file('/etc/passwd')",
            "select lo_import('/etc/passwd')",
            "select lo_export(1, '/tmp/out')",
            "select pg_reload_conf()",
            "select pg_rotate_logfile()",
            "select pg_switch_wal()",
            "select pg_create_restore_point('x')",
            "select pg_terminate_backend(pid) from pg_stat_activity where usename <> current_user",
            "select 1 from pg_authid",
            "select 1 from pg_shadow",
            "select 1 from pg_statistic",
            "select 1 from pg_hba_file_rules",
            "select 1 from pg_user_mapping",
            "select 1 from flyway_schema_history");

    private static final List<String> MAKING = List.of(
            "create schema mine",
            "create table public.mine (x integer)",
            "create table batch.mine (x integer)",
            "create view public.mine as select * from family",
            "create function public.mine() returns integer language sql return 1",
            "create or replace function current_organisation() returns uuid language sql return null",
            "create trigger mine before insert on family execute function not_into_a_shell()",
            "create rule mine as on select to family do instead select 1",
            "create policy mine on family using (true)",
            "create event trigger mine on ddl_command_start execute function not_into_a_shell()",
            "create publication mine for all tables",
            "create subscription mine connection 'host=kwaad.example' publication x",
            "create foreign data wrapper mine",
            "call guard('family')",
            "call limit_tables()",
            "call plan_limits()");

    private final Held stays = new Held("The runtime role becomes no other and gets no more rights");
    private final Held outside = new Held("The runtime role reaches no file, program or list of the server");
    private final Held makes = new Held("The runtime role makes and redefines nothing in the database");
    private final Held tables = new Held("The runtime role alters no table and no policy");
    private final Held catalogue = new Held("Keys, functions and grants keep organisations apart");

    @Override
    public String name() {
        return "role";
    }

    @Override
    public List<Held> on(Grounds grounds, Random random, int tries) {
        try (Sql sql = Sql.on(grounds.database())) {
            BECOMING.forEach(statement -> refused(stays, sql, statement));
            REACHING.forEach(statement -> refused(outside, sql, statement));
            MAKING.forEach(statement -> refused(makes, sql, statement));
            for (String table : sql.tables()) {
                for (String statement : List.of(
                        "alter table " + table + " no force row level security",
                        "alter table " + table + " disable row level security",
                        "alter table " + table + " disable trigger all",
                        "alter table " + table + " owner to current_user",
                        "alter table " + table + " add column mine text",
                        "drop policy own_organisation on " + table,
                        "alter policy own_organisation on " + table + " using (true)",
                        "drop table " + table + " cascade",
                        "create index on " + table + " (organisation)")) {
                    refused(tables, sql, statement);
                }
            }
            rows(sql);
        }
        return List.of(stays, outside, makes, tables, catalogue);
    }

    private void rows(Sql sql) {
        nothing(sql, "foreign keys between tables of organisations that do not carry the organisation", """
                select c.conrelid::regclass || '.' || c.conname
                from pg_constraint c
                join pg_attribute a on a.attrelid = c.conrelid and a.attname = 'organisation'
                join pg_attribute b on b.attrelid = c.confrelid and b.attname = 'organisation'
                where c.contype = 'f' and not (a.attnum = any (c.conkey) and b.attnum = any (c.confkey))
                """);
        nothing(sql, "functions with rights of their owner that look names up where others can put them", """
                select p.oid::regprocedure::text from pg_proc p
                where p.prosecdef and p.pronamespace = 'public'::regnamespace
                  and not coalesce(array_to_string(p.proconfig, ' '), '') like 'search_path=%pg_temp'
                """);
        nothing(sql, "functions with rights of their owner that are open to everybody", """
                select p.oid::regprocedure::text from pg_proc p
                where p.prosecdef and p.pronamespace = 'public'::regnamespace and p.prorettype <> 'trigger'::regtype
                  and has_function_privilege('public', p.oid, 'execute')
                """);
        nothing(sql, "views that read with rights of their owner", """
                select c.relname::text from pg_class c
                where c.relkind in ('v', 'm') and c.relnamespace = 'public'::regnamespace
                  and (c.relkind = 'm' or not coalesce(c.reloptions @> array ['security_invoker=true'], false))
                """);
        nothing(sql, "tables that everybody may do something with", """
                select c.relname::text from pg_class c, lateral aclexplode(c.relacl) g
                where c.relnamespace in ('public'::regnamespace, 'batch'::regnamespace) and g.grantee = 0
                """);
        nothing(sql, "tables of which the application may truncate, reference or trigger", """
                select c.relname::text || ' ' || g.privilege_type from pg_class c, lateral aclexplode(c.relacl) g
                where c.relnamespace in ('public'::regnamespace, 'batch'::regnamespace)
                  and g.grantee = 'koppelwerk_app'::regrole
                  and g.privilege_type not in ('SELECT', 'INSERT', 'UPDATE', 'DELETE', 'USAGE')
                """);
        nothing(sql, "sequences that the application may set", """
                select c.relname::text from pg_class c, lateral aclexplode(c.relacl) g
                where c.relkind = 'S' and c.relnamespace = 'public'::regnamespace
                  and g.grantee = 'koppelwerk_app'::regrole and g.privilege_type = 'UPDATE'
                """);
    }

    private void nothing(Sql sql, String what, String query) {
        List<String> found = sql.catalogue(query);
        catalogue.expect(found.isEmpty(), what + ": " + found);
    }

    private static void refused(Held held, Sql sql, String statement) {
        Answer answer = sql.in(NOBODY, statement);
        held.expect(answer.refusal().isPresent(), statement + ": " + answer.said());
    }
}
