package nl.koppelwerk.trust.abuse;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import nl.koppelwerk.trust.abuse.Sql.Answer;
import nl.koppelwerk.trust.abuse.Sql.Scope;

/** Every table with every verb in the name of others and of nobody: the database alone has to keep the rows apart. */
final class RawSql implements Attack {
    private static final Scope NOBODY = new Scope("no organisation", null, null);

    private final Held read = new Held("No row of another organisation is read by SQL");
    private final Held changed = new Held("No row of another organisation is changed, added or taken by SQL");
    private final Held named = new Held("Without an organisation, or with one that is none, there are no rows");

    @Override
    public String name() {
        return "sql";
    }

    @Override
    public List<Held> on(Grounds grounds, Random random, int tries) {
        try (Sql sql = Sql.on(grounds.database())) {
            UUID own = grounds.objects().own.value();
            UUID other = grounds.objects().other.value();
            for (Scope scope : List.of(
                    new Scope("another organisation", other, null),
                    new Scope("an unknown organisation", new UUID(9, 9), null),
                    NOBODY)) {
                for (String table : sql.tables()) {
                    reads(sql, scope, table, own);
                    changes(sql, scope, table, own, grounds);
                }
            }
            sql.tables().forEach(table -> moves(sql, own, other, table));
            views(sql, own, other);
            settings(sql, own);
        }
        return List.of(read, changed, named);
    }

    private void reads(Sql sql, Scope scope, String table, UUID own) {
        String ofOwn = " where organisation = '" + own + "'";
        for (String statement : List.of(
                "select 1 from " + table + ofOwn,
                "select 1 from " + table + ofOwn + " for update",
                "select 1 from only " + table + " t where to_jsonb(t)->>'organisation' = '" + own + "'",
                "select 1 from " + table + " t where t::text like '%" + own + "%' and organisation = '" + own + "'",
                "with x as materialized (select * from " + table + ") select 1 from x" + ofOwn,
                "select 1 from (values (1)) v left join lateral (select organisation from " + table
                        + " offset 0) t on true where t.organisation = '" + own + "'",
                "select 1 where exists (select from " + table + ofOwn + ")",
                "set local row_security = off; select 1 from " + table + ofOwn)) {
            expect(read, scope, statement, sql.in(scope, statement));
        }
        expect(
                read,
                scope,
                "xml of " + table,
                only(own, sql.in(scope, "select table_to_xml('" + table + "', true, false, '')::text")));
    }

    private void changes(Sql sql, Scope scope, String table, UUID own, Grounds grounds) {
        String ofOwn = " where organisation = '" + own + "'";
        for (String statement : List.of(
                "update " + table + " set organisation = organisation" + ofOwn,
                "update " + table + " set organisation = " + quoted(scope) + ofOwn,
                "delete from " + table + ofOwn,
                "delete from " + table + ofOwn + " returning 1",
                "merge into " + table + " t using (values ('" + own
                        + "'::uuid)) s (organisation) on t.organisation = s.organisation when matched then delete",
                "truncate " + table + " cascade")) {
            expect(changed, scope, statement, sql.in(scope, statement));
        }
        String row = grounds.database()
                .scope()
                .inside(
                        grounds.objects().own,
                        () -> grounds.database()
                                .jdbc()
                                .sql("select to_jsonb(t)::text from " + table + " t limit 1")
                                .query((result, number) -> result.getString(1))
                                .optional()
                                .orElse("{\"organisation\": \"" + own + "\"}"));
        for (String end : List.of("", " on conflict do nothing", " returning 1")) {
            String insert =
                    "insert into " + table + " overriding system value select * from jsonb_populate_record(null::"
                            + table + ", '" + row.replace("'", "''") + "')" + end;
            expect(changed, scope, insert, sql.in(scope, insert));
        }
    }

    private void moves(Sql sql, UUID own, UUID other, String table) {
        Scope mine = new Scope("the own organisation", own, null);
        expect(
                changed,
                mine,
                "give a row of " + table + " away",
                sql.in(mine, "update " + table + " set organisation = '" + other + "'"));
    }

    private void views(Sql sql, UUID own, UUID other) {
        for (String view : sql.catalogue("""
                select c.relname::text from pg_class c
                where c.relkind in ('v', 'm') and c.relnamespace = 'public'::regnamespace order by 1
                """)) {
            for (Scope scope : List.of(new Scope("another organisation", other, null), NOBODY)) {
                expect(
                        read,
                        scope,
                        "view " + view,
                        only(
                                own,
                                sql.in(
                                        scope,
                                        "select t::text from " + view + " t where organisation = '" + own + "'")));
            }
        }
        for (String function : sql.catalogue("""
                select p.oid::regproc::text || '(' ||
                       coalesce((select string_agg('null::' || a::regtype::text, ', ') from unnest(p.proargtypes) a), '') || ')'
                from pg_proc p
                where p.pronamespace = 'public'::regnamespace and p.prokind = 'f'
                  and has_function_privilege('koppelwerk_app', p.oid, 'execute')
                  and p.proname not in ('enter', 'list_organisations', 'open_organisations',
                                        'unsealed_organisations')
                order by 1
                """)) {
            for (Scope scope : List.of(new Scope("another organisation", other, null), NOBODY)) {
                expect(
                        read,
                        scope,
                        "function " + function,
                        only(own, sql.in(scope, "select t::text from " + function + " t")));
            }
        }
    }

    private void settings(Sql sql, UUID own) {
        for (String said : List.of("", " ", "x", "null", own + "x", "' or true --", own + "," + own, "%")) {
            String setting = "select set_config('app.organisation', '" + said.replace("'", "''") + "', true);";
            for (String table : List.of("family", "volunteer", "account", "audit_entry", "outgoing_mail")) {
                expect(
                        named,
                        NOBODY,
                        "organisation \"" + said + "\", " + table,
                        sql.in(NOBODY, setting + " select 1 from " + table));
            }
        }
        Scope first = new Scope("a scope that was entered", UUID.randomUUID(), null);
        expect(
                named,
                first,
                "enter another one as well",
                sql.in(first, "select enter('" + own + "', null); select 1 from family"));
    }

    private static String quoted(Scope scope) {
        return scope.organisation() == null ? "gen_random_uuid()" : "'" + scope.organisation() + "'";
    }

    /** Of the answer only what tells of this organisation. */
    private static Answer only(UUID own, Answer answer) {
        List<String> telling = answer.cells().stream()
                .filter(cell -> cell.contains(own.toString()))
                .toList();
        return new Answer(telling, telling.size(), answer.refusal());
    }

    private static void expect(Held held, Scope scope, String statement, Answer answer) {
        held.expect(
                answer.reachedNothing(), "as " + scope.name() + ": " + Nasty.shown(statement) + ": " + answer.said());
    }
}
