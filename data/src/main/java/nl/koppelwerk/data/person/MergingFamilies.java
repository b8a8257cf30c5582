package nl.koppelwerk.data.person;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.history.History;
import nl.koppelwerk.data.history.Subject;
import nl.koppelwerk.data.imports.Readings;
import nl.koppelwerk.data.imports.row.FamilyLine;
import nl.koppelwerk.data.imports.row.FamilyTable;
import nl.koppelwerk.data.imports.row.RowResult;
import nl.koppelwerk.data.store.Families;
import nl.koppelwerk.domain.family.Family;
import nl.koppelwerk.domain.family.FamilyId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two families turn out to be one. */
public final class MergingFamilies {
    private final JdbcClient jdbc;
    private final Readings readings;
    private final History history;
    private final Merging merging;

    public MergingFamilies(JdbcClient jdbc, Readings readings, History history, Audit audit) {
        this.jdbc = jdbc;
        this.readings = readings;
        this.history = history;
        this.merging = new Merging(jdbc, history, audit);
    }

    /**
     * Merges a family into another: its requests go there, with their pairings and everything about them.
     *
     * @param take columns in which the merged one is right, by their English names
     * @param seen number of the last change of either that was seen
     */
    public Merge merge(FamilyId into, FamilyId merged, Collection<String> take, long seen, By by) {
        if (into.equals(merged)) {
            return new Merge.Refused(Merge.Reason.SAME);
        }
        merging.hold("family", into.value(), merged.value());
        Families families = new Families(jdbc);
        Optional<Family> stays = families.find(into);
        Optional<Family> goes = families.find(merged);
        if (stays.isEmpty() || goes.isEmpty()) {
            return new Merge.Refused(Merge.Reason.GONE);
        }
        return refusal(into, merged, seen)
                .<Merge>map(Merge.Refused::new)
                .orElseGet(() -> merge(stays.get(), goes.get(), take, by));
    }

    private Optional<Merge.Reason> refusal(FamilyId into, FamilyId merged, long seen) {
        if (history.last(Subject.of(into)) > seen || history.last(Subject.of(merged)) > seen) {
            return Optional.of(Merge.Reason.OUTDATED);
        }
        if (merging.sameDayPart(into.value(), merged.value())) {
            return Optional.of(Merge.Reason.SAME_DAY_PART);
        }
        return merging.blocked(into.value(), merged.value()) ? Optional.of(Merge.Reason.BLOCKED) : Optional.empty();
    }

    private Merge merge(Family stays, Family goes, Collection<String> take, By by) {
        RowResult<Family> chosen = FamilyLine.readFamily(
                Merging.chosen(
                        FamilyTable.SPEC,
                        FamilyTable.cells(stays),
                        FamilyTable.cells(goes),
                        take.stream()
                                .filter(name -> !name.equals(FamilyTable.REFERENCE.english()))
                                .toList()),
                readings.of(by.organisation()));
        if (!(chosen instanceof RowResult.Good<Family>(Family family))) {
            return new Merge.Refused(Merge.Reason.DOES_NOT_FIT);
        }
        merging.sign(by);
        new Families(jdbc).saveAll(List.of(family));
        merging.move(
                "update support_request set family = :into, version = version + 1 where family = :merged",
                stays.id().value(),
                goes.id().value());
        merging.move("""
                insert into family_home (organisation, family, programme)
                select h.organisation, :into, h.programme from family_home h where h.family = :merged
                on conflict do nothing
                """, stays.id().value(), goes.id().value());
        merging.moveSharing("family", stays.id().value(), goes.id().value());
        merging.moveBlocks("family", stays.id().value(), goes.id().value());
        merging.move(
                "update both_sides set family = :into where family = :merged",
                stays.id().value(),
                goes.id().value());
        merging.move("""
                update invitation_to_help i set family = :into
                where i.family = :merged
                  and not exists (select from invitation_to_help o where o.family = :into)
                """, stays.id().value(), goes.id().value());
        moveIntake(stays.id().value(), goes.id().value());
        merging.pointTo("family", stays.id().value(), goes.id().value());
        return merging.done(
                AuditEntry.Subject.FAMILY, stays.id().value(), goes.id().value(), by);
    }

    /** What the one that stays did not answer; of what cannot wait, both are one. */
    private void moveIntake(UUID into, UUID merged) {
        merging.moveAnswers(into, merged);
        merging.move("""
                update emergency e
                set signals = array(select distinct unnest(e.signals::text[] || m.signals::text[]) order by 1)
                from emergency m
                where e.family = :into and e.handled_at is null and m.family = :merged and m.handled_at is null
                """, into, merged);
        merging.move("""
                delete from emergency m
                where m.family = :merged and m.handled_at is null
                  and exists (select from emergency e where e.family = :into and e.handled_at is null)
                """, into, merged);
        merging.move("update emergency set family = :into where family = :merged", into, merged);
    }
}
