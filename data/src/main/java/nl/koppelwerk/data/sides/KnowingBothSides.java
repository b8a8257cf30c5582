package nl.koppelwerk.data.sides;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.database.WholeOrganisation;
import nl.koppelwerk.data.erasure.Person;
import nl.koppelwerk.data.history.History;
import nl.koppelwerk.data.person.By;
import nl.koppelwerk.data.store.Families;
import nl.koppelwerk.data.store.OnBothSides;
import nl.koppelwerk.data.store.Volunteers;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.volunteer.BothSides;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Notes that a family and a volunteer are one household, and that a parent was asked to help others. Inside the scope of the
 * organisation: the database shows a link to who may see both sides, and to nobody else.
 */
public final class KnowingBothSides {
    private static final String OTHERS = """
            select b.family, b.volunteer, b.agreed_on, a.name as account
            from both_sides b
            left join account a on a.organisation = b.organisation and a.id = b.account
            where :id in (b.family, b.volunteer)
            order by b.linked_at, b.volunteer
            """;

    /** The volunteer helps this family, or it is helped by one of a household that the volunteer helps. */
    private static final String PAIRED = """
            select k.id
            from pairing k
            join support_request q on q.organisation = k.organisation and q.id = k.request
            where k.step not in ('PROPOSED', 'AFTERCARE', 'ENDED')
              and (q.family = :family and k.volunteer = :volunteer
                   or k.volunteer = :volunteer
                      and q.family in (select b.family from both_sides b
                                       join pairing o on o.organisation = b.organisation and o.volunteer = b.volunteer
                                       join support_request r on r.organisation = o.organisation and r.id = o.request
                                       where r.family = :family and o.step not in ('PROPOSED', 'AFTERCARE', 'ENDED')))
            order by k.id limit 1
            """;

    private final JdbcClient jdbc;
    private final Families families;
    private final Volunteers volunteers;
    private final History history;
    private final Audit audit;

    public KnowingBothSides(JdbcClient jdbc, History history, Audit audit) {
        this.jdbc = jdbc;
        this.families = new Families(jdbc);
        this.volunteers = new Volunteers(jdbc);
        this.history = history;
        this.audit = audit;
    }

    /** As far as the reader may see it; of a family there can be more. */
    public List<OtherSide> of(Person person) {
        record Row(FamilyId family, VolunteerId volunteer, LocalDate agreedOn, Optional<String> account) {}
        List<Row> rows = jdbc.sql(OTHERS)
                .param("id", person.id())
                .query((row, number) -> new Row(
                        new FamilyId(row.getObject("family", UUID.class)),
                        new VolunteerId(row.getObject("volunteer", UUID.class)),
                        row.getObject("agreed_on", LocalDate.class),
                        Optional.ofNullable(row.getString("account"))))
                .list();
        if (rows.isEmpty()) {
            return List.of();
        }
        Set<VolunteerId> later = later();
        return rows.stream()
                .flatMap(row -> (person.side() == Person.Side.FAMILY
                                ? volunteers
                                        .find(row.volunteer)
                                        .map(one -> new Named(Person.of(one.id()), one.reference(), one.name()))
                                : families.find(row.family)
                                        .map(one -> new Named(Person.of(one.id()), one.reference(), one.name())))
                                .map(named -> new OtherSide(
                                        named.person,
                                        named.reference,
                                        named.name,
                                        row.agreedOn,
                                        row.account,
                                        later.contains(row.volunteer)))
                                .stream())
                .toList();
    }

    private record Named(Person person, String reference, String name) {}

    /** How far the help is, is told by pairings that the reader need not see. */
    private Set<VolunteerId> later() {
        return WholeOrganisation.seen(
                jdbc,
                () -> new OnBothSides(jdbc)
                        .list(history.today()).stream()
                                .filter(BothSides::later)
                                .map(BothSides::volunteer)
                                .collect(Collectors.toSet()));
    }

    /** @param agreedOn the day on which the person said that both may be known together */
    public Linking link(FamilyId family, VolunteerId volunteer, LocalDate agreedOn, By by) {
        if (agreedOn.isAfter(history.today())) {
            return new Linking.Refused(Linking.Reason.DAY);
        }
        if (!inSight(family, volunteer)) {
            return new Linking.Refused(Linking.Reason.UNKNOWN);
        }
        Optional<UUID> pairing = WholeOrganisation.seen(
                jdbc,
                () -> jdbc.sql(PAIRED)
                        .param("family", family.value())
                        .param("volunteer", volunteer.value())
                        .query(UUID.class)
                        .optional());
        return pairing.<Linking>map(Linking.Paired::new).orElseGet(() -> add(family, volunteer, agreedOn, by));
    }

    private boolean inSight(FamilyId family, VolunteerId volunteer) {
        return families.find(family).isPresent() && volunteers.find(volunteer).isPresent();
    }

    private Linking add(FamilyId family, VolunteerId volunteer, LocalDate agreedOn, By by) {
        String sql = """
                insert into both_sides (organisation, volunteer, family, agreed_on, linked_at, account)
                values (:organisation, :volunteer, :family, :agreedOn, :at, :account)
                on conflict (organisation, volunteer) do nothing
                """;
        int added = jdbc.sql(sql)
                .param("organisation", by.organisation().value())
                .param("volunteer", volunteer.value())
                .param("family", family.value())
                .param("agreedOn", agreedOn)
                .param("at", Timestamp.from(history.moment()))
                .param("account", by.account())
                .update();
        if (added == 0) {
            return new Linking.Refused(Linking.Reason.OF_ANOTHER);
        }
        note(by, family, volunteer, "BOTH_SIDES_LINKED");
        return new Linking.Linked();
    }

    /** That the two are one is forgotten: only the audit log still says that it was noted. */
    public boolean unlink(FamilyId family, VolunteerId volunteer, By by) {
        boolean removed = jdbc.sql("delete from both_sides b where b.family = :family and b.volunteer = :volunteer")
                        .param("family", family.value())
                        .param("volunteer", volunteer.value())
                        .update()
                > 0;
        if (removed) {
            note(by, family, volunteer, "BOTH_SIDES_UNLINKED");
        }
        return removed;
    }

    /** In the log of either side, as each is searched by its own number. */
    private void note(By by, FamilyId family, VolunteerId volunteer, String what) {
        List.of(Person.of(family), Person.of(volunteer)).forEach(person -> audit(by, person, what));
    }

    private void audit(By by, Person person, String what) {
        AuditEntry.Subject subject = AuditEntry.Subject.valueOf(person.side().name());
        audit.add(
                by.organisation(),
                new AuditEntry(
                        Optional.of(by.account()),
                        AuditEntry.Action.CHANGED,
                        subject,
                        person.id().toString(),
                        Map.of("what", what)));
    }

    /** Empty: never asked, or the family is not in sight. */
    public Optional<Invitation> invitation(FamilyId family) {
        String sql = """
                select i.asked_on, i.answer, a.name as account
                from invitation_to_help i
                left join account a on a.organisation = i.organisation and a.id = i.account
                where i.family = :family
                """;
        return jdbc.sql(sql)
                .param("family", family.value())
                .query((row, number) -> new Invitation(
                        row.getObject("asked_on", LocalDate.class),
                        Invitation.Answer.valueOf(row.getString("answer")),
                        Optional.ofNullable(row.getString("account"))))
                .optional();
    }

    /**
     * Notes what the parent said; the last answer counts.
     *
     * @return false: the day is still to come, or the family is not in sight
     */
    public boolean invite(FamilyId family, LocalDate askedOn, Invitation.Answer answer, By by) {
        String sql = """
                insert into invitation_to_help (organisation, family, asked_on, answer, account)
                select f.organisation, f.id, :askedOn, :answer, :account
                from family f where f.id = :family and f.merged_into is null
                on conflict (organisation, family) do update
                set asked_on = excluded.asked_on, answer = excluded.answer, account = excluded.account
                """;
        boolean noted = !askedOn.isAfter(history.today())
                && jdbc.sql(sql)
                                .param("family", family.value())
                                .param("askedOn", askedOn)
                                .param("answer", answer.name())
                                .param("account", by.account(), Types.OTHER)
                                .update()
                        == 1;
        if (noted) {
            audit(by, Person.of(family), "INVITED_TO_HELP_" + answer);
        }
        return noted;
    }
}
