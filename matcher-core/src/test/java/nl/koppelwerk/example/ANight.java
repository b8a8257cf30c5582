package nl.koppelwerk.example;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import nl.koppelwerk.domain.family.Family;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.family.OpenCondition;
import nl.koppelwerk.domain.family.SupportRequest;
import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.domain.pairing.Block;
import nl.koppelwerk.domain.pairing.Pairing;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.domain.pairing.Step;
import nl.koppelwerk.domain.place.Coordinates;
import nl.koppelwerk.domain.place.Place;
import nl.koppelwerk.domain.place.Postcode;
import nl.koppelwerk.domain.programme.Programme;
import nl.koppelwerk.domain.snapshot.Snapshot;
import nl.koppelwerk.domain.volunteer.BothSides;
import nl.koppelwerk.domain.volunteer.Volunteer;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.domain.week.DayParts;

/**
 * Builds the snapshot of the night of 21 November 2026, with programme MAATJE unless others are named. Postcode 3021 is
 * the centre; others lie 1,000 m further north for each number above it (3023 is 2 km away).
 */
public final class ANight {
    public static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    private final List<Programme> programmes = new ArrayList<>();
    private final List<Family> families = new ArrayList<>();
    private final List<SupportRequest> requests = new ArrayList<>();
    private final List<Volunteer> volunteers = new ArrayList<>();
    private final List<Pairing> fixed = new ArrayList<>();
    private final List<Pairing> lastProposals = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();

    private ANight() {}

    private final List<BothSides> bothSides = new ArrayList<>();
    private final Map<String, Boolean> conditions = new TreeMap<>();

    public static ANight aNight() {
        return new ANight();
    }

    public ANight with(AProgramme programme) {
        programmes.add(programme.build());
        return this;
    }

    public ANight with(AFamily family) {
        families.add(family.build());
        return this;
    }

    public ANight with(ARequest request) {
        requests.add(request.build());
        return this;
    }

    public ANight with(AVolunteer volunteer) {
        volunteers.add(volunteer.build());
        return this;
    }

    public ANight running(String request, String volunteer, String dayParts) {
        return fixed(request, volunteer, dayParts, Step.RUNNING);
    }

    public ANight fixed(String request, String volunteer, String dayParts, Step step) {
        fixed.add(pairing(request, volunteer, dayParts, step));
        return this;
    }

    public ANight proposedBefore(String request, String volunteer) {
        lastProposals.add(pairing(request, volunteer, "wed-afternoon", Step.PROPOSED));
        return this;
    }

    public ANight blocking(String family, String volunteer) {
        blocks.add(new Block(new FamilyId(AProgramme.id("family " + family)), volunteer(volunteer), Optional.empty()));
        return this;
    }

    public ANight blockingUntil(LocalDate day, String family, String volunteer) {
        blocks.add(new Block(new FamilyId(AProgramme.id("family " + family)), volunteer(volunteer), Optional.of(day)));
        return this;
    }

    /** A volunteer who is of this family, or of one that it helps. */
    public ANight tied(String volunteer, String family) {
        bothSides.add(
                new BothSides(volunteer(volunteer), Set.of(new FamilyId(AProgramme.id("family " + family))), false));
        return this;
    }

    /** A volunteer whose own household is still being helped. */
    public ANight later(String volunteer) {
        bothSides.add(new BothSides(volunteer(volunteer), Set.of(), true));
        return this;
    }

    /** Every family leaves this open: it is answered otherwise than the programme asks, or nobody asked yet. */
    public ANight leavingOpen(String condition, boolean known) {
        conditions.put(condition, known);
        return this;
    }

    public ANight clearProgrammes() {
        programmes.clear();
        return this;
    }

    /** Keeps blocks and pairings, for the next try with other people. */
    public ANight clearPeople() {
        programmes.clear();
        families.clear();
        requests.clear();
        volunteers.clear();
        return this;
    }

    private static Pairing pairing(String request, String volunteer, String dayParts, Step step) {
        return new Pairing(
                new PairingId(AProgramme.id("pairing " + request + volunteer)),
                AProgramme.ORGANISATION,
                request(request),
                volunteer(volunteer),
                DayParts.parse(dayParts),
                step,
                1);
    }

    public static SupportRequestId request(String reference) {
        return new SupportRequestId(AProgramme.id("request " + reference));
    }

    public static VolunteerId volunteer(String reference) {
        return new VolunteerId(AProgramme.id("volunteer " + reference));
    }

    public Snapshot build() {
        List<Place> places = new ArrayList<>();
        for (int digits = 3001; digits <= 3099; digits++) {
            double north = 51.92 + (digits - 3021) * 1000 / 111_195.0;
            places.add(new Place(new Postcode(digits), new Coordinates(north, 4.46), "Rotterdam", "Rotterdam"));
        }
        return new Snapshot(
                AProgramme.ORGANISATION,
                DAY,
                programmes.isEmpty() ? List.of(AProgramme.aProgramme().build()) : programmes,
                families.isEmpty() ? List.of(AFamily.aFamily().build()) : families,
                requests,
                volunteers,
                fixed,
                lastProposals,
                blocks,
                places,
                open(),
                bothSides);
    }

    private List<OpenCondition> open() {
        return requests.stream()
                .flatMap(request -> conditions.entrySet().stream()
                        .map(one -> new OpenCondition(
                                request.family(),
                                request.programme(),
                                one.getKey() + " in Dutch.",
                                one.getKey() + " in English.",
                                one.getValue())))
                .toList();
    }
}
