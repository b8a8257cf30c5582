package nl.koppelwerk.capacity;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import nl.koppelwerk.domain.family.Family;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.family.OpenCondition;
import nl.koppelwerk.domain.family.SupportRequest;
import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.domain.snapshot.Snapshot;
import nl.koppelwerk.domain.volunteer.Volunteer;
import nl.koppelwerk.domain.volunteer.VolunteerId;

/** People who come later: each like somebody who is known, drawn with equal chance, under a number of their own. */
final class Newcomers {
    private static final long FAMILY = 1;
    private static final long REQUEST = 2;
    private static final long VOLUNTEER = 3;

    private final Snapshot now;
    private final List<Volunteer> volunteers;
    private final Map<FamilyId, Family> families = new HashMap<>();
    private final long series;
    private long number;

    Newcomers(Snapshot now) {
        this(now, 0);
    }

    private Newcomers(Snapshot now, long series) {
        this.now = now;
        this.series = series;
        this.volunteers = now.volunteers().stream().filter(Volunteer::active).toList();
        now.families().forEach(family -> families.put(family.id(), family));
    }

    /** Others beside these, under numbers that are not theirs. */
    Newcomers others() {
        return new Newcomers(now, series + 1);
    }

    private UUID id(long what) {
        return new UUID(what, (series << 32) + number);
    }

    /**
     * A family with its request.
     *
     * @param open conditions of programmes that the family does not meet, or was not asked about
     */
    record Asking(Family family, SupportRequest request, List<OpenCondition> open) {}

    Asking family(SplittableRandom dice) {
        number++;
        SupportRequest like = now.requests().get(dice.nextInt(now.requests().size()));
        Family home = families.get(like.family());
        if (home == null) {
            throw new IllegalStateException("request " + like.id() + " has no family in the snapshot");
        }
        FamilyId id = new FamilyId(id(FAMILY));
        Family family = new Family(
                id,
                home.organisation(),
                "new-" + series + "-" + number,
                "–",
                home.postcode(),
                Optional.empty(),
                home.school(),
                home.household(),
                home.children(),
                home.languages(),
                home.pets(),
                Optional.empty());
        return new Asking(
                family,
                with(like, new SupportRequestId(id(REQUEST)), id, "new-" + series + "-" + number, now.day()),
                now.open().stream()
                        .filter(condition -> condition.family().equals(home.id()))
                        .map(condition -> new OpenCondition(
                                id, condition.programme(), condition.dutch(), condition.english(), condition.known()))
                        .toList());
    }

    static SupportRequest with(
            SupportRequest one, SupportRequestId id, FamilyId family, String reference, LocalDate since) {
        return new SupportRequest(
                id,
                one.organisation(),
                family,
                reference,
                one.programme(),
                one.kind(),
                one.needs(),
                one.hoursPerWeek(),
                one.dayPartsPerWeek(),
                one.dayParts(),
                one.wishes(),
                one.urgency(),
                since,
                one.heavy(),
                one.trainingNeeded());
    }

    /** Nobody who could come is known: then nobody comes. */
    Optional<Volunteer> volunteer(SplittableRandom dice) {
        if (volunteers.isEmpty()) {
            return Optional.empty();
        }
        number++;
        Volunteer like = volunteers.get(dice.nextInt(volunteers.size()));
        return Optional.of(new Volunteer(
                new VolunteerId(id(VOLUNTEER)),
                like.organisation(),
                "new-" + series + "-" + number,
                "–",
                like.kind(),
                like.programmes(),
                like.lentTo(),
                like.postcode(),
                Optional.empty(),
                like.school(),
                like.gender(),
                like.languages(),
                like.skills(),
                like.availability(),
                Optional.of(now.day()),
                like.hoursPerWeek(),
                like.maximumFamilies(),
                like.travelLimitMetres(),
                like.limits(),
                like.pets(),
                Optional.of(now.day()),
                like.trained(),
                like.experienceYears(),
                true,
                Optional.empty()));
    }
}
