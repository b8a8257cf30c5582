package nl.koppelwerk.start;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.run.Snapshots;
import nl.koppelwerk.domain.family.SupportRequest;
import nl.koppelwerk.domain.pairing.Pairing;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.domain.pairing.Side;
import nl.koppelwerk.domain.pairing.Step;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.domain.snapshot.Snapshot;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.pairing.CoordinatorId;
import nl.koppelwerk.pairing.Decision;
import nl.koppelwerk.pairing.HandMade;
import nl.koppelwerk.pairing.PairingByHand;
import nl.koppelwerk.pairing.Pairings;
import nl.koppelwerk.pairing.life.Action;
import nl.koppelwerk.pairing.life.Advance;
import nl.koppelwerk.pairing.life.Backups;
import nl.koppelwerk.pairing.life.FollowingPairings;
import nl.koppelwerk.pairing.life.Lives;
import org.springframework.context.ApplicationContext;

/**
 * A dozen made-up pairings in every step, made by the same actions as on the pages, each on a day in the past. The same
 * day gives the same ones.
 */
final class DemoPairings {
    private static final int EVERY = 17;
    private static final int CHOICES = 5;

    private final OrganisationId organisation;
    private final CoordinatorId by;
    private final Clock clock;
    private final OrganisationScope scope;
    private final Snapshots snapshots;
    private final Pairings pairings;
    private final Lives lives;

    DemoPairings(ApplicationContext application, OrganisationId organisation, CoordinatorId by, Clock clock) {
        this.organisation = organisation;
        this.by = by;
        this.clock = clock;
        this.scope = application.getBean(OrganisationScope.class);
        this.snapshots = application.getBean(Snapshots.class);
        this.pairings = application.getBean(Pairings.class);
        this.lives = application.getBean(Lives.class);
    }

    /** Makes them; answers a volunteer who was asked and has not answered. */
    Optional<VolunteerId> make() {
        LocalDate today = LocalDate.now(clock);
        Snapshot snapshot = snapshots.read(organisation, today);
        List<DemoStory> stories = DemoStory.all(today);
        List<PairingId> made = new ArrayList<>();
        for (int number = 0; number < stories.size(); number++) {
            DemoStory story = stories.get(number);
            List<SupportRequest> from = snapshot.requests().stream()
                    .skip((long) number * EVERY % snapshot.requests().size())
                    .limit(EVERY)
                    .toList();
            tell(snapshot, from, story).ifPresent(made::add);
        }
        return scope.inside(
                organisation,
                () -> made.stream()
                        .flatMap(id -> pairings.find(id).stream())
                        .filter(this::waitsForVolunteer)
                        .map(Pairing::volunteer)
                        .findFirst());
    }

    private boolean waitsForVolunteer(Pairing pairing) {
        return pairing.step() == Step.ASKED
                && !lives.get(pairing).meeting().replies().containsKey(Side.VOLUNTEER);
    }

    /** The story of the first of these requests that somebody fits; empty: nobody fits any. */
    Optional<PairingId> tell(Snapshot snapshot, List<SupportRequest> from, DemoStory story) {
        return scope.inside(organisation, () -> {
            Optional<PairingId> accepted = from.stream()
                    .flatMap(request -> accept(snapshot, request, story).stream())
                    .findFirst();
            accepted.ifPresent(id -> play(id, snapshot, story));
            return accepted;
        });
    }

    /** The best fitting volunteer whom nothing forbids. */
    private Optional<PairingId> accept(Snapshot snapshot, SupportRequest request, DemoStory story) {
        PairingByHand byHand = new PairingByHand(pairings, on(story.accepted()), () -> id(request.reference()));
        return candidates(snapshot, request, new VolunteerId(id("nobody"))).stream()
                .map(volunteer -> byHand.accept(wanted(byHand, request, volunteer), by))
                .filter(Decision.Taken.class::isInstance)
                .map(decision -> ((Decision.Taken) decision).pairing().id())
                .findFirst();
    }

    private static List<VolunteerId> candidates(Snapshot snapshot, SupportRequest request, VolunteerId but) {
        Pairing sketch = new Pairing(
                new PairingId(id(request.reference())),
                request.organisation(),
                request.id(),
                but,
                DayParts.NONE,
                Step.PROPOSED,
                1);
        return Backups.find(snapshot, sketch, CHOICES).stream()
                .map(candidate -> candidate.volunteer().id())
                .toList();
    }

    private static HandMade wanted(PairingByHand byHand, SupportRequest request, VolunteerId volunteer) {
        HandMade open = new HandMade(request.id(), volunteer, DayParts.NONE, Map.of(), Optional.empty());
        DayParts dayParts = byHand.judge(open).orElseThrow().dayParts().list().stream()
                .limit(request.dayPartsPerWeek())
                .map(DayParts::of)
                .reduce(DayParts.NONE, DayParts::or);
        return new HandMade(request.id(), volunteer, dayParts, Map.of(), Optional.empty());
    }

    private void play(PairingId id, Snapshot snapshot, DemoStory story) {
        story.events().forEach(event -> follow(id, event));
        if (story.backup()) {
            Pairing pairing = pairings.find(id).orElseThrow();
            SupportRequest request = snapshot.requests().stream()
                    .filter(one -> one.id().equals(pairing.request()))
                    .findFirst()
                    .orElseThrow();
            candidates(snapshot, request, pairing.volunteer()).stream()
                    .findFirst()
                    .ifPresent(backup ->
                            follow(id, new DemoStory.Event(LocalDate.now(clock), new Action.KeepBackup(backup), "")));
        }
    }

    private void follow(PairingId id, DemoStory.Event event) {
        int version = pairings.find(id).orElseThrow().version();
        Advance advance = new FollowingPairings(pairings, lives, on(event.day()))
                .follow(id, version, event.action(), Optional.of(event.note()).filter(note -> !note.isEmpty()), by);
        if (advance instanceof Advance.Refused refused) {
            throw new IllegalStateException("the sample's own story cannot be told: " + event + ", " + refused);
        }
    }

    private Clock on(LocalDate day) {
        return Clock.fixed(day.atTime(10, 30).atZone(clock.getZone()).toInstant(), clock.getZone());
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(("demo pairing " + name).getBytes(StandardCharsets.UTF_8));
    }
}
