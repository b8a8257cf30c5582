package nl.koppelwerk.data.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.koppelwerk.data.cipher.Cell;
import nl.koppelwerk.data.cipher.Clear;
import nl.koppelwerk.domain.family.Child;
import nl.koppelwerk.domain.family.Family;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.family.Household;
import nl.koppelwerk.domain.language.Languages;
import nl.koppelwerk.domain.place.Postcode;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The families of an organisation, with their children. */
public final class Families {
    private static final String SELECT = """
            select f.organisation, f.id, f.reference, f.name, f.postcode, f.street, f.school, f.household, f.languages,
                   f.pets, f.email,
                   array(select c.birth_year from child c
                         where c.organisation = f.organisation and c.family = f.id
                         order by c.number) as birth_years
            from family f
            """;

    private static final String UPSERT = """
            insert into family (organisation, id, reference, name, postcode, street, school, household, languages, pets,
                                email)
            select organisation, id, reference, name, postcode, street, school, household, languages, pets, email
            from jsonb_populate_recordset(null::family, cast(:rows as jsonb))
            on conflict (organisation, reference) do update
            set name = excluded.name, postcode = excluded.postcode, street = excluded.street, school = excluded.school,
                household = excluded.household, languages = excluded.languages, pets = excluded.pets,
                email = coalesce(excluded.email, family.email), version = family.version + 1
            where (family.name, family.postcode, family.street, family.school, family.household, family.languages,
                   family.pets, family.email)
                is distinct from (excluded.name, excluded.postcode, excluded.street, excluded.school,
                                  excluded.household, excluded.languages, excluded.pets,
                                  coalesce(excluded.email, family.email))
            returning reference, xmax = 0 as added
            """;

    private static final String CHILDREN = """
            with incoming as (
                select f.organisation, f.id as family, f.reference, r.birth_years
                from jsonb_to_recordset(cast(:rows as jsonb)) as r(organisation uuid, reference text, birth_years jsonb)
                join family f on f.organisation = r.organisation and f.reference = r.reference),
            wanted as (
                select i.organisation, i.family, c.number::smallint as number, c.birth_year::smallint as birth_year
                from incoming i
                cross join lateral jsonb_array_elements_text(i.birth_years) with ordinality as c(birth_year, number)),
            removed as (
                delete from child c using incoming i
                where c.organisation = i.organisation and c.family = i.family
                  and c.number > jsonb_array_length(i.birth_years)
                returning c.family),
            saved as (
                insert into child (organisation, family, number, birth_year)
                select organisation, family, number, birth_year from wanted
                on conflict (organisation, family, number) do update set birth_year = excluded.birth_year
                where child.birth_year <> excluded.birth_year
                returning family)
            select distinct i.reference
            from incoming i
            where i.family in (select family from removed union all select family from saved)
            """;

    private final JdbcClient jdbc;
    private final Bulk bulk;
    private final RowIds rowIds;
    private final FormerRecords former;

    public Families(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.bulk = new Bulk(jdbc);
        this.rowIds = new RowIds(jdbc, "family");
        this.former = new FormerRecords(jdbc, "family");
    }

    /** All of them by reference; not those that were merged into another or erased. */
    public List<Family> list() {
        return jdbc.sql(SELECT + "where f.merged_into is null order by f.reference")
                .query(Families::family)
                .list();
    }

    /** Empty also when it was merged into another or erased. */
    public Optional<Family> find(FamilyId id) {
        return jdbc.sql(SELECT + "where f.id = :id and f.merged_into is null")
                .param("id", id.value())
                .query(Families::family)
                .optional();
    }

    public List<Family> list(Collection<FamilyId> ids) {
        return jdbc.sql(SELECT + "where f.id = any(:ids) order by f.reference")
                .param("ids", ids.stream().map(FamilyId::value).toArray(java.util.UUID[]::new))
                .query(Families::family)
                .list();
    }

    public Optional<Family> find(String reference) {
        return jdbc.sql(SELECT + "where f.reference = :reference")
                .param("reference", reference)
                .query(Families::family)
                .optional();
    }

    /** Ids by reference, to find the families that a file speaks of. */
    public Map<String, FamilyId> ids(Collection<String> references) {
        Map<String, FamilyId> ids = new LinkedHashMap<>();
        jdbc.sql("select reference, id from family where reference = any(:references)")
                .param("references", references.toArray(String[]::new))
                .query(row -> {
                    ids.put(row.getString("reference"), new FamilyId(Columns.uuid(row, "id")));
                });
        return ids;
    }

    /** Of those that were merged into another: the reference of that one, by their own. */
    public Map<String, String> merged(Collection<String> references) {
        return former.merged(references);
    }

    /** Ids of those who were erased; a number that was given out anew since is not. */
    public Set<UUID> erased(Collection<Family> some) {
        return former.erased(some.stream()
                .collect(Collectors.toMap(one -> one.id().value(), Family::reference, (one, same) -> one)));
    }

    /**
     * Adds families or changes those with the same reference, which keep the id they have. A family of which no e-mail address
     * is said keeps the one it has: most files have none.
     *
     * @param families each reference once
     */
    public Saved saveAll(Collection<Family> families) {
        return bulk.saveTogether(
                families,
                some -> {
                    Map<String, UUID> ids = rowIds.of(some, one -> one.id().value(), Family::reference);
                    return family -> row(
                            family,
                            ids.getOrDefault(family.reference(), family.id().value()));
                },
                UPSERT,
                CHILDREN);
    }

    private static Map<String, @Nullable Object> row(Family family, UUID id) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("organisation", family.organisation().value());
        row.put("id", id);
        row.put("reference", family.reference());
        row.put("name", Clear.of(Cell.FAMILY_NAME, id, family.name()));
        row.put("postcode", family.postcode().digits());
        row.put("street", Clear.of(Cell.FAMILY_STREET, id, family.street()));
        row.put("school", Clear.of(Cell.FAMILY_SCHOOL, id, family.school()));
        row.put("household", family.household());
        row.put("languages", family.languages().toString());
        row.put("pets", family.pets());
        row.put("email", Clear.of(Cell.FAMILY_EMAIL, id, family.email()));
        row.put("birth_years", family.children().stream().map(Child::birthYear).toList());
        return row;
    }

    private static Family family(ResultSet row, int number) throws SQLException {
        return new Family(
                new FamilyId(Columns.uuid(row, "id")),
                new OrganisationId(Columns.uuid(row, "organisation")),
                row.getString("reference"),
                row.getString("name"),
                new Postcode(row.getInt("postcode")),
                Columns.text(row, "street"),
                Columns.text(row, "school"),
                Household.valueOf(row.getString("household")),
                Columns.numbers(row, "birth_years").stream().map(Child::new).toList(),
                Languages.parse(row.getString("languages")),
                row.getBoolean("pets"),
                Columns.text(row, "email"));
    }
}
