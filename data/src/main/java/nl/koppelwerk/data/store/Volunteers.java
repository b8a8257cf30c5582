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
import nl.koppelwerk.domain.language.Languages;
import nl.koppelwerk.domain.place.Postcode;
import nl.koppelwerk.domain.programme.Need;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.domain.programme.ProgrammeId;
import nl.koppelwerk.domain.programme.SupportKind;
import nl.koppelwerk.domain.volunteer.Gender;
import nl.koppelwerk.domain.volunteer.Limits;
import nl.koppelwerk.domain.volunteer.Volunteer;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.domain.week.Hours;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The volunteers of an organisation, with the programmes they take part in. */
public final class Volunteers {
    private static final String SELECT = """
            select v.organisation, v.id, v.reference, v.name, v.kind, v.postcode, v.street, v.school, v.gender,
                   v.languages, v.skills, v.availability, v.availability_confirmed, v.quarters_per_week,
                   v.maximum_families, v.travel_limit_metres, v.child_age_min, v.child_age_max, v.maximum_children,
                   v.heavy_cases, v.pets_unwelcome, v.not_these, v.pets, v.screened, v.trained, v.experience_years,
                   v.active, v.email,
                   array(select p.programme from volunteer_programme p
                         where p.organisation = v.organisation and p.volunteer = v.id) as programmes,
                   array(select l.programme from lent_volunteer l
                         where l.organisation = v.organisation and l.volunteer = v.id) as lent_to
            from volunteer v
            """;

    private static final String UPSERT = """
            insert into volunteer (organisation, id, reference, name, kind, postcode, street, school, gender, languages,
                skills, availability, availability_confirmed, quarters_per_week, maximum_families, travel_limit_metres,
                child_age_min, child_age_max, maximum_children, heavy_cases, pets_unwelcome, not_these, pets, screened,
                trained, experience_years, active, email)
            select organisation, id, reference, name, kind, postcode, street, school, gender, languages,
                skills, availability, availability_confirmed, quarters_per_week, maximum_families, travel_limit_metres,
                child_age_min, child_age_max, maximum_children, heavy_cases, pets_unwelcome, not_these, pets, screened,
                trained, experience_years,
                -- Who took consent back is not proposed again by a file that knows nothing of it.
                active and not exists (
                    select from volunteer known
                    join consent c on c.organisation = known.organisation and c.volunteer = known.id
                    where known.organisation = given.organisation and known.reference = given.reference
                    having bool_and(c.withdrawn_on is not null)),
                email
            from jsonb_populate_recordset(null::volunteer, cast(:rows as jsonb)) given
            on conflict (organisation, reference) do update
            set name = excluded.name, kind = excluded.kind, postcode = excluded.postcode, street = excluded.street,
                school = excluded.school, gender = excluded.gender, languages = excluded.languages,
                skills = excluded.skills, availability = excluded.availability,
                availability_confirmed = excluded.availability_confirmed,
                quarters_per_week = excluded.quarters_per_week, maximum_families = excluded.maximum_families,
                travel_limit_metres = excluded.travel_limit_metres, child_age_min = excluded.child_age_min,
                child_age_max = excluded.child_age_max, maximum_children = excluded.maximum_children,
                heavy_cases = excluded.heavy_cases, pets_unwelcome = excluded.pets_unwelcome,
                not_these = excluded.not_these, pets = excluded.pets, screened = excluded.screened,
                trained = excluded.trained, experience_years = excluded.experience_years, active = excluded.active,
                paused_until = case when not excluded.active then volunteer.paused_until end,
                stopped_on = case when not excluded.active then volunteer.stopped_on end,
                inactive_reason = case when not excluded.active then volunteer.inactive_reason end,
                email = coalesce(excluded.email, volunteer.email), version = volunteer.version + 1
            where (volunteer.name, volunteer.kind, volunteer.postcode, volunteer.street, volunteer.school,
                   volunteer.gender, volunteer.languages, volunteer.skills, volunteer.availability,
                   volunteer.availability_confirmed, volunteer.quarters_per_week, volunteer.maximum_families,
                   volunteer.travel_limit_metres, volunteer.child_age_min, volunteer.child_age_max,
                   volunteer.maximum_children, volunteer.heavy_cases, volunteer.pets_unwelcome, volunteer.not_these,
                   volunteer.pets, volunteer.screened, volunteer.trained, volunteer.experience_years, volunteer.active,
                   volunteer.email)
                is distinct from (excluded.name, excluded.kind, excluded.postcode, excluded.street, excluded.school,
                   excluded.gender, excluded.languages, excluded.skills, excluded.availability,
                   excluded.availability_confirmed, excluded.quarters_per_week, excluded.maximum_families,
                   excluded.travel_limit_metres, excluded.child_age_min, excluded.child_age_max,
                   excluded.maximum_children, excluded.heavy_cases, excluded.pets_unwelcome, excluded.not_these,
                   excluded.pets, excluded.screened, excluded.trained, excluded.experience_years, excluded.active,
                   coalesce(excluded.email, volunteer.email))
            returning reference, xmax = 0 as added
            """;

    private static final String PROGRAMMES = """
            with incoming as (
                select v.organisation, v.id as volunteer, v.reference, r.programmes
                from jsonb_to_recordset(cast(:rows as jsonb)) as r(organisation uuid, reference text, programmes uuid[])
                join volunteer v on v.organisation = r.organisation and v.reference = r.reference),
            removed as (
                delete from volunteer_programme p using incoming i
                where p.organisation = i.organisation and p.volunteer = i.volunteer
                  and p.programme <> all (i.programmes)
                returning p.volunteer),
            added as (
                insert into volunteer_programme (organisation, volunteer, programme)
                select i.organisation, i.volunteer, unnest(i.programmes) from incoming i
                on conflict do nothing
                returning volunteer)
            select distinct i.reference
            from incoming i
            where i.volunteer in (select volunteer from removed union all select volunteer from added)
            """;

    private final JdbcClient jdbc;
    private final Bulk bulk;
    private final RowIds rowIds;
    private final FormerRecords former;

    public Volunteers(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.bulk = new Bulk(jdbc);
        this.rowIds = new RowIds(jdbc, "volunteer");
        this.former = new FormerRecords(jdbc, "volunteer");
    }

    /** All of them by reference; not those that were merged into another or erased. */
    public List<Volunteer> list() {
        return jdbc.sql(SELECT + "where v.merged_into is null order by v.reference")
                .query(Volunteers::volunteer)
                .list();
    }

    /** Empty also when it was merged into another or erased. */
    public Optional<Volunteer> find(VolunteerId id) {
        return jdbc.sql(SELECT + "where v.id = :id and v.merged_into is null")
                .param("id", id.value())
                .query(Volunteers::volunteer)
                .optional();
    }

    public Optional<Volunteer> find(String reference) {
        return jdbc.sql(SELECT + "where v.reference = :reference")
                .param("reference", reference)
                .query(Volunteers::volunteer)
                .optional();
    }

    public List<Volunteer> list(Collection<VolunteerId> ids) {
        return jdbc.sql(SELECT + "where v.id = any(:ids) order by v.reference")
                .param("ids", ids.stream().map(VolunteerId::value).toArray(UUID[]::new))
                .query(Volunteers::volunteer)
                .list();
    }

    /** Of those that were merged into another: the reference of that one, by their own. */
    public Map<String, String> merged(Collection<String> references) {
        return former.merged(references);
    }

    /** Ids of those who were erased; a number that was given out anew since is not. */
    public Set<UUID> erased(Collection<Volunteer> some) {
        return former.erased(some.stream()
                .collect(Collectors.toMap(one -> one.id().value(), Volunteer::reference, (one, same) -> one)));
    }

    /**
     * Adds volunteers or changes those with the same reference, which keep the id they have, and the e-mail address when none
     * is said.
     *
     * @param volunteers each reference once
     */
    public Saved saveAll(Collection<Volunteer> volunteers) {
        return bulk.saveTogether(
                volunteers,
                some -> {
                    Map<String, UUID> ids = rowIds.of(some, one -> one.id().value(), Volunteer::reference);
                    return volunteer -> row(
                            volunteer,
                            ids.getOrDefault(
                                    volunteer.reference(), volunteer.id().value()));
                },
                UPSERT,
                PROGRAMMES);
    }

    private static Map<String, @Nullable Object> row(Volunteer volunteer, UUID id) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("organisation", volunteer.organisation().value());
        row.put("id", id);
        row.put("reference", volunteer.reference());
        row.put("name", Clear.of(Cell.VOLUNTEER_NAME, id, volunteer.name()));
        row.put("kind", volunteer.kind());
        row.put(
                "programmes",
                volunteer.programmes().stream().map(ProgrammeId::value).toList());
        row.put("postcode", volunteer.postcode().digits());
        row.put("street", Clear.of(Cell.VOLUNTEER_STREET, id, volunteer.street()));
        row.put("school", Clear.of(Cell.VOLUNTEER_SCHOOL, id, volunteer.school()));
        row.put("gender", volunteer.gender());
        row.put("languages", volunteer.languages().toString());
        row.put("skills", Columns.sorted(volunteer.skills()));
        row.put("availability", volunteer.availability().bits());
        row.put(
                "availability_confirmed",
                volunteer.availabilityConfirmed().map(Object::toString).orElse(null));
        row.put("quarters_per_week", volunteer.hoursPerWeek().quarters());
        row.put("maximum_families", volunteer.maximumFamilies());
        row.put("travel_limit_metres", volunteer.travelLimitMetres());
        row.put("child_age_min", volunteer.limits().childAgeMin());
        row.put("child_age_max", volunteer.limits().childAgeMax());
        row.put("maximum_children", volunteer.limits().maximumChildren());
        row.put("heavy_cases", volunteer.limits().heavyCases());
        row.put("pets_unwelcome", volunteer.limits().petsUnwelcome());
        row.put("not_these", Columns.sorted(volunteer.limits().notThese()));
        row.put("pets", volunteer.pets());
        row.put("screened", volunteer.screened().map(Object::toString).orElse(null));
        row.put("trained", volunteer.trained());
        row.put("experience_years", volunteer.experienceYears());
        row.put("active", volunteer.active());
        row.put("email", Clear.of(Cell.VOLUNTEER_EMAIL, id, volunteer.email()));
        return row;
    }

    private static Volunteer volunteer(ResultSet row, int number) throws SQLException {
        return new Volunteer(
                new VolunteerId(Columns.uuid(row, "id")),
                new OrganisationId(Columns.uuid(row, "organisation")),
                row.getString("reference"),
                row.getString("name"),
                SupportKind.valueOf(row.getString("kind")),
                programmes(row, "programmes"),
                programmes(row, "lent_to"),
                new Postcode(row.getInt("postcode")),
                Columns.text(row, "street"),
                Columns.text(row, "school"),
                Gender.valueOf(row.getString("gender")),
                Languages.parse(row.getString("languages")),
                Columns.names(row, "skills", Need.class),
                new DayParts(row.getInt("availability")),
                Columns.date(row, "availability_confirmed"),
                new Hours(row.getInt("quarters_per_week")),
                row.getInt("maximum_families"),
                row.getInt("travel_limit_metres"),
                limits(row),
                row.getBoolean("pets"),
                Columns.date(row, "screened"),
                row.getBoolean("trained"),
                row.getInt("experience_years"),
                row.getBoolean("active"),
                Columns.text(row, "email"));
    }

    private static Set<ProgrammeId> programmes(ResultSet row, String column) throws SQLException {
        return Columns.uuids(row, column).stream().map(ProgrammeId::new).collect(Collectors.toSet());
    }

    private static Limits limits(ResultSet row) throws SQLException {
        return new Limits(
                row.getInt("child_age_min"),
                row.getInt("child_age_max"),
                row.getInt("maximum_children"),
                row.getBoolean("heavy_cases"),
                row.getBoolean("pets_unwelcome"),
                Columns.names(row, "not_these", Need.class));
    }
}
