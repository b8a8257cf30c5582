package nl.koppelwerk.data.cipher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every column is encrypted, or somebody wrote down why not. */
@ExtendWith(DatabaseExtension.class)
class SealedColumnsTest {
    private static final Set<String> KINDS = Set.of("code", "hash", "sealed", "organisation", "staff", "clear");

    private final TestDatabase database;

    SealedColumnsTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void eachColumnThatCanHoldWordsIsEncryptedOrSaysWhyNot() throws IOException {
        TreeSet<String> decided = new TreeSet<>(catalogue().keySet());
        decided.addAll(sealed());

        assertThat(decided).isEqualTo(columns());
        assertThat(catalogue().keySet()).doesNotContainAnyElementsOf(sealed());
    }

    @Test
    void theReasonsAreOfAKindAndClearOnesHaveWords() throws IOException {
        assertThat(catalogue()).allSatisfy((column, reason) -> {
            String kind = reason.split(" ", 2)[0];
            assertThat(KINDS).as(column).contains(kind);
            if (Set.of("clear", "staff", "sealed").contains(kind)) {
                assertThat(reason).as(column).matches("\\w+ +\\S.{3,}");
            }
        });
    }

    @Test
    void theDatabaseKeepsToWhatTheSoftwareEncrypts() {
        assertThat(sealed())
                .isEqualTo(
                        Arrays.stream(Cell.values()).map(Cell::place).collect(Collectors.toCollection(TreeSet::new)));
        assertThat(database.ownerJdbc()
                        .sql(
                                "select count(*) from pg_constraint where starts_with(conname, 'sealed_') and not convalidated")
                        .query(Integer.class)
                        .single())
                .as("rules that do not hold for all rows")
                .isZero();
    }

    private static TreeMap<String, String> catalogue() throws IOException {
        try (InputStream in = Objects.requireNonNull(SealedColumnsTest.class.getResourceAsStream("columns.txt"))) {
            TreeMap<String, String> reasons = new TreeMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" +", 2))
                    .forEach(parts -> reasons.put(parts[0], parts[1]));
            return reasons;
        }
    }

    private TreeSet<String> sealed() {
        return texts("""
                select conrelid::regclass || '.' || substr(conname, 8) from pg_constraint
                where starts_with(conname, 'sealed_') and not starts_with(conname, 'sealed_history')
                """);
    }

    private TreeSet<String> columns() {
        return texts("""
                select c.oid::regclass || '.' || a.attname
                from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                join pg_type t on t.oid = a.atttypid
                where c.relkind in ('r', 'p') and c.relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema', 'pg_toast')
                  and c.relname <> 'flyway_schema_history'
                  and (case when t.typtype = 'd' then t.typbasetype else t.oid end)
                      in ('text'::regtype, 'varchar'::regtype, 'bytea'::regtype, 'jsonb'::regtype, 'json'::regtype, 'text[]'::regtype)
                  and t.typname not in ('needs', 'support_kind')
                """);
    }

    private TreeSet<String> texts(String sql) {
        List<String> rows = database.ownerJdbc()
                .sql(sql)
                .query((row, number) -> row.getString(1))
                .list();
        return new TreeSet<>(rows);
    }
}
