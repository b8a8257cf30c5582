package nl.koppelwerk.start;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.koppelwerk.avoidedcost.report.Period;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.monitor.StaffHours;
import nl.koppelwerk.data.run.Snapshots;
import nl.koppelwerk.data.store.SupportRequests;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.family.SupportRequest;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.domain.place.Postcode;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.domain.snapshot.Snapshot;
import nl.koppelwerk.domain.week.Hours;
import nl.koppelwerk.pairing.CoordinatorId;
import org.springframework.context.ApplicationContext;

/**
 * The last finished year of the demonstration: pairings that ran in it, in a municipality with enough families to tell
 * of and in one with too few, what they cost and saved, and a report to each. The same day gives the same ones.
 */
final class DemoLastYear {
    static final String LARGE = "Rotterdam";
    private static final String SMALL = "Schiedam";
    private static final int MANY = 40;
    private static final int FEW = 3;
    private static final int BROKEN_OFF_EVERY = 7;

    private final OrganisationId organisation;
    private final CoordinatorId by;
    private final OrganisationScope scope;
    private final Snapshots snapshots;
    private final SupportRequests requests;
    private final StaffHours staffHours;
    private final DemoCosts costs;
    private final LocalDate newYear;

    DemoLastYear(ApplicationContext application, OrganisationId organisation, CoordinatorId by, Clock clock) {
        this.organisation = organisation;
        this.by = by;
        this.scope = application.getBean(OrganisationScope.class);
        this.snapshots = application.getBean(Snapshots.class);
        this.requests = application.getBean(SupportRequests.class);
        this.staffHours = application.getBean(StaffHours.class);
        this.costs = new DemoCosts(application, organisation, by, clock);
        this.newYear = LocalDate.now(clock).minusYears(1).withDayOfYear(1);
    }

    void make(DemoPairings pairings) {
        Snapshot snapshot = snapshots.read(organisation, newYear.plusYears(1));
        scope.inside(organisation, () -> {
            costs.enter(List.of(LARGE, SMALL), newYear.getYear());
            Period year = new Period(newYear, newYear.plusYears(1).minusDays(1));
            costs.review(tell(snapshot, pairings, LARGE, MANY));
            costs.review(tell(snapshot, pairings, SMALL, FEW));
            costs.publish(LARGE, year);
            costs.publish(SMALL, year);
        });
    }

    private List<PairingId> tell(Snapshot snapshot, DemoPairings pairings, String municipality, int howMany) {
        List<PairingId> told = new ArrayList<>();
        for (List<SupportRequest> family : families(snapshot, municipality)) {
            if (told.size() < howMany) {
                LocalDate accepted = newYear.plusDays(5L + told.size() * 4L % 90);
                List<SupportRequest> asked = family.stream()
                        .limit(1)
                        .map(request -> since(request, accepted.minusDays(18 + told.size() * 3L % 40)))
                        .toList();
                requests.saveAll(asked);
                pairings.tell(snapshot, asked, story(told.size(), accepted)).ifPresent(id -> {
                    note(id, accepted, told.size());
                    told.add(id);
                });
            }
        }
        return told;
    }

    /** Requests of families that nobody is paired with, by family. */
    private static List<List<SupportRequest>> families(Snapshot snapshot, String municipality) {
        Set<Postcode> here = snapshot.places().stream()
                .filter(place -> place.municipality().equals(municipality))
                .map(place -> place.postcode())
                .collect(Collectors.toSet());
        Set<FamilyId> living = snapshot.families().stream()
                .filter(family -> here.contains(family.postcode()))
                .map(family -> family.id())
                .collect(Collectors.toSet());
        Set<Object> taken =
                snapshot.fixed().stream().map(pairing -> pairing.request()).collect(Collectors.toSet());
        Map<FamilyId, List<SupportRequest>> found = new LinkedHashMap<>();
        snapshot.requests().stream()
                .filter(request -> living.contains(request.family()) && !taken.contains(request.id()))
                .forEach(request -> found.computeIfAbsent(request.family(), _ -> new ArrayList<>())
                        .add(request));
        return List.copyOf(found.values());
    }

    private static DemoStory story(int number, LocalDate accepted) {
        int first = 2 + number % 2;
        int last = 3 + number % 3;
        return number % BROKEN_OFF_EVERY == BROKEN_OFF_EVERY - 1
                ? DemoStory.brokenOff(accepted, accepted.plusWeeks(24), first, 2)
                : DemoStory.finished(accepted, accepted.plusWeeks(36), first, first, last);
    }

    private void note(PairingId pairing, LocalDate accepted, int number) {
        staffHours.note(organisation, pairing, new StaffHours.Noted(accepted, new Hours(24 + number % 5)), by.value());
        staffHours.note(
                organisation,
                pairing,
                new StaffHours.Noted(accepted.plusWeeks(20), new Hours(9 + number % 3)),
                by.value());
    }

    private static SupportRequest since(SupportRequest request, LocalDate waitingSince) {
        return new SupportRequest(
                request.id(),
                request.organisation(),
                request.family(),
                request.reference(),
                request.programme(),
                request.kind(),
                request.needs(),
                request.hoursPerWeek(),
                request.dayPartsPerWeek(),
                request.dayParts(),
                request.wishes(),
                request.urgency(),
                waitingSince,
                request.heavy(),
                request.trainingNeeded());
    }
}
