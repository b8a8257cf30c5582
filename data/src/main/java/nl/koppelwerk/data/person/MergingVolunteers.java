package nl.koppelwerk.data.person;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.history.History;
import nl.koppelwerk.data.history.Subject;
import nl.koppelwerk.data.imports.Readings;
import nl.koppelwerk.data.imports.row.RowResult;
import nl.koppelwerk.data.imports.row.VolunteerLine;
import nl.koppelwerk.data.imports.row.VolunteerTable;
import nl.koppelwerk.data.store.Programmes;
import nl.koppelwerk.data.store.Volunteers;
import nl.koppelwerk.domain.programme.Programme;
import nl.koppelwerk.domain.programme.ProgrammeId;
import nl.koppelwerk.domain.volunteer.Volunteer;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two volunteers turn out to be one. */
public final class MergingVolunteers {
    private static final List<String> NEVER_TAKEN =
            List.of(VolunteerTable.REFERENCE.english(), VolunteerTable.ACTIVE.english());

    private final JdbcClient jdbc;
    private final Readings readings;
    private final History history;
    private final Merging merging;

    public MergingVolunteers(JdbcClient jdbc, Readings readings, History history, Audit audit) {
        this.jdbc = jdbc;
        this.readings = readings;
        this.history = history;
        this.merging = new Merging(jdbc, history, audit);
    }

    /**
     * Merges a volunteer into another, who takes over the pairings and takes part in the programmes of both. What a run
     * proposed stays as it proposed it.
     *
     * @param take columns in which the merged one is right, by their English names
     * @param seen number of the last change of either that was seen
     */
    public Merge merge(VolunteerId into, VolunteerId merged, Collection<String> take, long seen, By by) {
        if (into.equals(merged)) {
            return new Merge.Refused(Merge.Reason.SAME);
        }
        merging.hold("volunteer", into.value(), merged.value());
        Volunteers volunteers = new Volunteers(jdbc);
        Optional<Volunteer> stays = volunteers.find(into);
        Optional<Volunteer> goes = volunteers.find(merged);
        if (stays.isEmpty() || goes.isEmpty()) {
            return new Merge.Refused(Merge.Reason.GONE);
        }
        return refusal(stays.get(), goes.get(), seen)
                .<Merge>map(Merge.Refused::new)
                .orElseGet(() -> merge(stays.get(), goes.get(), take, by));
    }

    private Optional<Merge.Reason> refusal(Volunteer stays, Volunteer goes, long seen) {
        UUID into = stays.id().value();
        UUID merged = goes.id().value();
        if (history.last(Subject.of(stays.id())) > seen || history.last(Subject.of(goes.id())) > seen) {
            return Optional.of(Merge.Reason.OUTDATED);
        }
        if (stays.kind() != goes.kind()) {
            return Optional.of(Merge.Reason.OTHER_KIND);
        }
        if (merging.sameDayPart(into, merged)) {
            return Optional.of(Merge.Reason.SAME_DAY_PART);
        }
        return merging.blocked(into, merged) ? Optional.of(Merge.Reason.BLOCKED) : Optional.empty();
    }

    private Merge merge(Volunteer stays, Volunteer goes, Collection<String> take, By by) {
        Map<ProgrammeId, String> codes =
                new Programmes(jdbc).list().stream().collect(Collectors.toMap(Programme::id, Programme::code));
        RowResult<Volunteer> chosen = VolunteerLine.read(
                Merging.chosen(
                        VolunteerTable.SPEC,
                        VolunteerTable.cells(stays, codes),
                        VolunteerTable.cells(goes, codes),
                        take.stream()
                                .filter(name -> !NEVER_TAKEN.contains(name))
                                .toList()),
                readings.of(by.organisation()));
        if (!(chosen instanceof RowResult.Good<Volunteer>(Volunteer volunteer))) {
            return new Merge.Refused(Merge.Reason.DOES_NOT_FIT);
        }
        merging.sign(by);
        new Volunteers(jdbc).saveAll(List.of(volunteer));
        move(stays.id().value(), goes.id().value());
        return merging.done(
                AuditEntry.Subject.VOLUNTEER, stays.id().value(), goes.id().value(), by);
    }

    private void move(UUID into, UUID merged) {
        merging.move("""
                insert into volunteer_programme (organisation, volunteer, programme)
                select p.organisation, :into, p.programme from volunteer_programme p where p.volunteer = :merged
                on conflict do nothing
                """, into, merged);
        merging.move(
                "update pairing set volunteer = :into, version = version + 1 where volunteer = :merged", into, merged);
        merging.move("""
                update both_sides b set volunteer = :into
                where b.volunteer = :merged and not exists (select from both_sides o where o.volunteer = :into)
                """, into, merged);
        merging.move("delete from both_sides b where b.volunteer = :merged", into, merged);
        merging.move("update lending set volunteer = :into where volunteer = :merged", into, merged);
        merging.moveSharing("volunteer", into, merged);
        merging.move("update pairing_life set backup = :into where backup = :merged", into, merged);
        merging.move("""
                insert into volunteer_absence (organisation, volunteer, first_day, last_day)
                select a.organisation, :into, a.first_day, a.last_day from volunteer_absence a where a.volunteer = :merged
                on conflict do nothing
                """, into, merged);
        merging.moveBlocks("volunteer", into, merged);
        jdbc.sql("""
                        update volunteer
                        set active = false, inactive_reason = 'MERGED', paused_until = null, stopped_on = :today
                        where id = :merged
                        """).param("today", history.today()).param("merged", merged).update();
        merging.pointTo("volunteer", into, merged);
    }
}
