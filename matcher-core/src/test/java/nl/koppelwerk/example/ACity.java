package nl.koppelwerk.example;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.koppelwerk.domain.family.Child;
import nl.koppelwerk.domain.family.Family;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.family.Household;
import nl.koppelwerk.domain.family.SupportRequest;
import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.domain.family.Urgency;
import nl.koppelwerk.domain.family.Wishes;
import nl.koppelwerk.domain.language.Languages;
import nl.koppelwerk.domain.pairing.Block;
import nl.koppelwerk.domain.pairing.Pairing;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.domain.pairing.Step;
import nl.koppelwerk.domain.place.Coordinates;
import nl.koppelwerk.domain.place.Place;
import nl.koppelwerk.domain.place.Postcode;
import nl.koppelwerk.domain.programme.Need;
import nl.koppelwerk.domain.programme.Programme;
import nl.koppelwerk.domain.programme.SupportKind;
import nl.koppelwerk.domain.snapshot.Snapshot;
import nl.koppelwerk.domain.volunteer.BothSides;
import nl.koppelwerk.domain.volunteer.Gender;
import nl.koppelwerk.domain.volunteer.Limits;
import nl.koppelwerk.domain.volunteer.Volunteer;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.domain.week.Hours;

/**
 * A made-up city of any size by seed, in which every rule forbids somebody now and then: unknown postcodes, blocks, wishes,
 * lapsed certificates and pairings under way included.
 */
public final class ACity {
    private static final List<String> TONGUES =
            List.of("tur", "ara", "pol", "por", "tir", "pap", "spa", "eng", "bul", "zgh", "som", "ukr");
    private static final LocalDate DAY = ANight.DAY;

    private final int size;
    private final Random random;
    private final int places;
    private final List<Programme> programmes = List.of(
            AProgramme.aProgramme("MAATJE").within(9000).build(),
            AProgramme.aProgramme("STEUN")
                    .within(12_000)
                    .screeningFor(4)
                    .weighing("near", 45)
                    .weighing("same-language", 3)
                    .build());

    private ACity(int families, long seed) {
        this.size = families;
        this.random = new Random(seed);
        this.places = Math.max(5, families / 25);
    }

    public static Snapshot of(int families, long seed) {
        return new ACity(families, seed).snapshot();
    }

    private Snapshot snapshot() {
        List<Family> families = new ArrayList<>();
        List<SupportRequest> requests = new ArrayList<>();
        List<Volunteer> volunteers = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Family family = family(i);
            families.add(family);
            requests.add(request(family, requests.size()));
            if (random.nextInt(3) == 0) {
                requests.add(request(family, requests.size()));
            }
        }
        for (int i = 0; i < size * 23 / 20; i++) {
            volunteers.add(volunteer(i));
        }
        return new Snapshot(
                AProgramme.ORGANISATION,
                DAY,
                programmes,
                families,
                requests,
                volunteers,
                some(requests, volunteers, size / 20, Step.RUNNING),
                some(requests, volunteers, size / 10, Step.PROPOSED),
                blocks(families, volunteers),
                places(),
                List.of(),
                bothSides(families, volunteers));
    }

    private Postcode postcode() {
        return new Postcode(1000 + (random.nextInt(200) == 0 ? 8999 : random.nextInt(places)));
    }

    /** About a square with a place for each square kilometre. */
    private List<Place> places() {
        double side = Math.sqrt(places) / 111.195;
        List<Place> all = new ArrayList<>();
        for (int i = 0; i < Math.min(places, 8999); i++) {
            Coordinates centre =
                    new Coordinates(51.85 + random.nextDouble() * side, 4.3 + random.nextDouble() * side * 1.62);
            all.add(new Place(new Postcode(1000 + i), centre, "Stad", "Stad"));
        }
        return all;
    }

    private Family family(int number) {
        return new Family(
                new FamilyId(AProgramme.id("city family " + number)),
                AProgramme.ORGANISATION,
                "F-" + number,
                "Gezin " + number,
                postcode(),
                seldom(3).map(yes -> "Straat " + random.nextInt(5)),
                seldom(3).map(yes -> "School " + random.nextInt(4)),
                Household.SINGLE_PARENT,
                Stream.generate(() -> new Child(2005 + random.nextInt(21)))
                        .limit(random.nextInt(5))
                        .toList(),
                languages(random.nextInt(3) == 0 ? "A1" : "B2"),
                random.nextInt(6) == 0,
                Optional.empty());
    }

    private Languages languages(String dutch) {
        String spoken = "nld:" + dutch;
        if (random.nextInt(2) == 0) {
            spoken += " " + TONGUES.get(random.nextInt(TONGUES.size())) + ":"
                    + (random.nextBoolean() ? "C2" : "B" + (1 + random.nextInt(2)));
        }
        return Languages.parse(spoken);
    }

    private Optional<Boolean> seldom(int oneIn) {
        return random.nextInt(oneIn) == 0 ? Optional.of(true) : Optional.empty();
    }

    private SupportRequest request(Family family, int number) {
        boolean buddy = random.nextInt(3) > 0;
        Wishes wishes = new Wishes(
                random.nextInt(7) == 0,
                random.nextInt(6) == 0,
                random.nextInt(4) == 0,
                random.nextInt(4) == 0,
                seldom(4).map(yes -> 1500 + random.nextInt(5000)));
        return new SupportRequest(
                new SupportRequestId(AProgramme.id("city request " + number)),
                AProgramme.ORGANISATION,
                family.id(),
                "V-" + number,
                programmes.get(buddy ? 0 : 1).id(),
                buddy ? SupportKind.BUDDY : SupportKind.SUPPORT_FAMILY,
                needs(4),
                new Hours(4 * (1 + random.nextInt(4))),
                1 + random.nextInt(2),
                dayParts(7),
                wishes,
                Urgency.values()[random.nextInt(3)],
                DAY.minusDays(random.nextInt(400)),
                random.nextInt(5) == 0,
                random.nextInt(6) == 0);
    }

    private Set<Need> needs(int most) {
        Set<Need> needs = EnumSet.noneOf(Need.class);
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            needs.add(Need.values()[random.nextInt(Need.values().length)]);
        }
        return needs;
    }

    private DayParts dayParts(int oneIn) {
        int bits = 0;
        for (int i = 0; i < 28; i++) {
            bits |= random.nextInt(oneIn) < 3 ? 1 << i : 0;
        }
        return new DayParts(bits);
    }

    private Volunteer volunteer(int number) {
        boolean buddy = random.nextInt(3) > 0;
        return new Volunteer(
                new VolunteerId(AProgramme.id("city volunteer " + number)),
                AProgramme.ORGANISATION,
                "W-" + number,
                "Vrijwilliger " + number,
                buddy ? SupportKind.BUDDY : SupportKind.SUPPORT_FAMILY,
                random.nextInt(20) == 0
                        ? Set.of()
                        : Set.of(programmes.get(buddy ? 0 : 1).id()),
                Set.of(),
                postcode(),
                seldom(3).map(yes -> "straat  " + random.nextInt(5)),
                seldom(3).map(yes -> "School " + random.nextInt(4)),
                Gender.values()[random.nextInt(3)],
                languages(random.nextInt(5) == 0 ? "A2" : "C2"),
                needs(14),
                random.nextInt(20) == 0 ? DayParts.NONE : dayParts(8),
                random.nextInt(30) == 0 ? Optional.empty() : Optional.of(DAY.minusDays(random.nextInt(200))),
                new Hours(4 * (1 + random.nextInt(6))),
                1 + random.nextInt(3),
                1500 + random.nextInt(10_000),
                limits(),
                random.nextInt(4) == 0,
                random.nextInt(30) == 0 ? Optional.empty() : Optional.of(DAY.minusDays(random.nextInt(1300))),
                random.nextBoolean(),
                random.nextInt(9),
                random.nextInt(15) > 0,
                Optional.empty());
    }

    private Limits limits() {
        return new Limits(
                random.nextInt(4),
                12 + random.nextInt(8),
                2 + random.nextInt(4),
                random.nextInt(3) > 0,
                random.nextInt(6) == 0,
                random.nextInt(3) == 0 ? needs(2) : Set.of());
    }

    private List<Pairing> some(List<SupportRequest> requests, List<Volunteer> volunteers, int number, Step step) {
        List<Pairing> pairings = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            SupportRequest request = requests.get(i * requests.size() / Math.max(1, number));
            Volunteer volunteer = volunteers.get(random.nextInt(volunteers.size()));
            pairings.add(new Pairing(
                    new PairingId(AProgramme.id(step + " " + i)),
                    AProgramme.ORGANISATION,
                    request.id(),
                    volunteer.id(),
                    new DayParts(1 << random.nextInt(28)),
                    step,
                    1));
        }
        return pairings;
    }

    private List<BothSides> bothSides(List<Family> families, List<Volunteer> volunteers) {
        return IntStream.range(0, Math.max(6, size / 20))
                .mapToObj(number -> new BothSides(
                        volunteers.get(random.nextInt(volunteers.size())).id(),
                        Set.of(families.get(random.nextInt(families.size())).id()),
                        number % 3 == 0))
                .toList();
    }

    private List<Block> blocks(List<Family> families, List<Volunteer> volunteers) {
        return Stream.generate(() -> new Block(
                        families.get(random.nextInt(families.size())).id(),
                        volunteers.get(random.nextInt(volunteers.size())).id(),
                        Optional.empty()))
                .limit(Math.max(20, size / 5))
                .toList();
    }
}
