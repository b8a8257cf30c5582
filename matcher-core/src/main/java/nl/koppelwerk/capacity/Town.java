package nl.koppelwerk.capacity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import nl.koppelwerk.domain.family.Family;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.family.OpenCondition;
import nl.koppelwerk.domain.family.SupportRequest;
import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.domain.pairing.Pairing;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.domain.pairing.Step;
import nl.koppelwerk.domain.programme.ProgrammeId;
import nl.koppelwerk.domain.snapshot.Snapshot;
import nl.koppelwerk.domain.volunteer.Volunteer;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.domain.week.DayParts;

/**
 * Who waits and who is helped in a week to come. The calendar stands still, so that no age, certificate or confirmation
 * changes by itself: instead, who waits has waited since a week earlier each week.
 */
final class Town {
    private final Snapshot now;
    private final Staff staff;
    private final List<OpenCondition> open = new ArrayList<>();
    private final Map<FamilyId, Family> families = new HashMap<>();
    private final Map<SupportRequestId, SupportRequest> waiting = new LinkedHashMap<>();
    private final Map<SupportRequestId, Helped> helped = new LinkedHashMap<>();
    private final Map<VolunteerId, Volunteer> volunteers = new LinkedHashMap<>();

    /** A request that has somebody for so many weeks still. */
    private record Helped(SupportRequest request, VolunteerId volunteer, DayParts dayParts, int weeks) {}

    Town(Snapshot now, Staff staff, List<Integer> weeksOfHelp, SplittableRandom dice) {
        this.now = now;
        this.staff = staff;
        open.addAll(now.open());
        now.families().forEach(family -> families.put(family.id(), family));
        now.volunteers().forEach(volunteer -> volunteers.put(volunteer.id(), volunteer));
        now.requests().forEach(request -> waiting.put(request.id(), request));
        for (Pairing pairing : now.fixed()) {
            SupportRequest request = waiting.remove(pairing.request());
            int lasts = weeksOfHelp.get(dice.nextInt(weeksOfHelp.size()));
            if (request != null && volunteers.containsKey(pairing.volunteer())) {
                helped.put(
                        request.id(),
                        new Helped(request, pairing.volunteer(), pairing.dayParts(), 1 + dice.nextInt(lasts)));
            }
        }
    }

    /** A week passes: help ends that has lasted its time. */
    void week() {
        waiting.replaceAll((id, request) -> Newcomers.with(
                request,
                id,
                request.family(),
                request.reference(),
                request.waitingSince().minusWeeks(1)));
        helped.replaceAll((id, one) -> new Helped(one.request(), one.volunteer(), one.dayParts(), one.weeks() - 1));
        helped.values().removeIf(one -> one.weeks() <= 0);
    }

    void add(Newcomers.Asking asking) {
        families.put(asking.family().id(), asking.family());
        waiting.put(asking.request().id(), asking.request());
        open.addAll(asking.open());
    }

    void add(Volunteer volunteer) {
        volunteers.put(volunteer.id(), volunteer);
    }

    /** Somebody who helps nobody stops; nobody does while all are busy. */
    void stop(SplittableRandom dice) {
        Set<VolunteerId> busy = new HashSet<>();
        helped.values().forEach(one -> busy.add(one.volunteer()));
        List<VolunteerId> idle = volunteers.values().stream()
                .filter(volunteer -> volunteer.active() && !busy.contains(volunteer.id()))
                .map(Volunteer::id)
                .toList();
        if (!idle.isEmpty()) {
            volunteers.remove(idle.get(dice.nextInt(idle.size())));
        }
    }

    /** What the engine plans this week. Who has no room left, and those they help, are left out. */
    Snapshot night() {
        Map<VolunteerId, Integer> load = new HashMap<>();
        helped.values().forEach(one -> load.merge(one.volunteer(), 1, Integer::sum));
        List<Volunteer> free = volunteers.values().stream()
                .filter(volunteer -> load.getOrDefault(volunteer.id(), 0) < volunteer.maximumFamilies())
                .toList();
        Set<VolunteerId> there = new HashSet<>();
        free.forEach(volunteer -> there.add(volunteer.id()));
        List<Helped> kept = helped.values().stream()
                .filter(one -> there.contains(one.volunteer()))
                .toList();
        List<SupportRequest> requests = Stream.concat(
                        waiting.values().stream(), kept.stream().map(Helped::request))
                .toList();
        Set<FamilyId> named = new HashSet<>();
        requests.forEach(request -> named.add(request.family()));
        return new Snapshot(
                now.organisation(),
                now.day(),
                staff.programmes(now.programmes(), carried()),
                families.values().stream()
                        .filter(family -> named.contains(family.id()))
                        .sorted(Comparator.comparing(family -> family.id().value()))
                        .toList(),
                requests,
                free,
                kept.stream().map(this::pairing).toList(),
                List.of(),
                now.blocks(),
                now.places(),
                open.stream()
                        .filter(condition -> named.contains(condition.family()))
                        .toList(),
                now.bothSides());
    }

    /** Families that are helped in each programme. */
    private Map<ProgrammeId, Integer> carried() {
        Map<ProgrammeId, Integer> carried = new HashMap<>();
        helped.values().forEach(one -> carried.merge(one.request().programme(), 1, Integer::sum));
        return carried;
    }

    private Pairing pairing(Helped one) {
        return new Pairing(
                new PairingId(one.request().id().value()),
                now.organisation(),
                one.request().id(),
                one.volunteer(),
                one.dayParts(),
                Step.RUNNING,
                1);
    }

    /** The request has somebody from now on. */
    SupportRequest help(SupportRequestId id, VolunteerId volunteer, DayParts dayParts, int weeks) {
        SupportRequest request = waiting.remove(id);
        if (request == null) {
            throw new IllegalStateException("request " + id + " does not wait");
        }
        helped.put(id, new Helped(request, volunteer, dayParts, weeks));
        return request;
    }

    List<SupportRequest> waiting() {
        return new ArrayList<>(waiting.values());
    }

    int familiesWaiting() {
        return (int)
                waiting.values().stream().map(SupportRequest::family).distinct().count();
    }
}
