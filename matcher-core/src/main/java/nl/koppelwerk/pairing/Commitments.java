package nl.koppelwerk.pairing;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nl.koppelwerk.domain.family.SupportRequest;
import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.domain.pairing.Pairing;
import nl.koppelwerk.domain.pairing.Step;
import nl.koppelwerk.domain.snapshot.Snapshot;
import nl.koppelwerk.domain.volunteer.Volunteer;
import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.domain.week.Hours;

/** What volunteer and family are in already, held against one pairing more. */
final class Commitments {
    private static final int HEAVY_CASES_AT_MOST = 1;

    private final Pairing pairing;
    private final SupportRequest request;
    private final Volunteer volunteer;
    private final int introductionsUnderWay;
    private final int introductionsPerWeek;
    private final List<Pairing> ofVolunteer;
    private final List<SupportRequest> requestsOfVolunteer;
    private final List<Pairing> ofFamily;

    /** @param introductionsUnderWay of the programme, besides this one */
    Commitments(Snapshot around, Pairing pairing, int introductionsUnderWay) {
        this.pairing = pairing;
        this.request = getRequest(around, pairing.request());
        this.introductionsUnderWay = introductionsUnderWay;
        this.introductionsPerWeek = around.programmes().stream()
                .filter(one -> one.id().equals(request.programme()))
                .findFirst()
                .orElseThrow()
                .introductionsPerWeek();
        this.volunteer = around.volunteers().stream()
                .filter(one -> one.id().equals(pairing.volunteer()))
                .findFirst()
                .orElseThrow();
        List<Pairing> others = around.fixed().stream()
                .filter(other -> !other.id().equals(pairing.id()) && takesRoom(other))
                .filter(other -> !other.request().equals(pairing.request()))
                .toList();
        this.ofVolunteer = others.stream()
                .filter(other -> other.volunteer().equals(volunteer.id()))
                .toList();
        this.requestsOfVolunteer = ofVolunteer.stream()
                .map(other -> getRequest(around, other.request()))
                .toList();
        this.ofFamily = others.stream()
                .filter(other -> getRequest(around, other.request()).family().equals(request.family()))
                .toList();
    }

    SupportRequest request() {
        return request;
    }

    /** What is under way, and a volunteer who is held for another family. */
    private static boolean takesRoom(Pairing other) {
        return Step.FIXED.contains(other.step()) || other.step() == Step.PROPOSED;
    }

    /** The first reason why this pairing cannot be added to them. */
    Optional<Refusal> obstacle() {
        return obstacles().findFirst();
    }

    /** Every reason. */
    Stream<Refusal> obstacles() {
        return Stream.<Supplier<Optional<Refusal>>>of(
                        this::number,
                        this::hours,
                        this::heavy,
                        this::times,
                        this::volunteerBusy,
                        this::familyBusy,
                        this::introductions)
                .flatMap(reason -> reason.get().stream());
    }

    /** When both can and neither is promised to others. */
    DayParts free() {
        return request.dayParts()
                .and(volunteer.availability())
                .without(promised(ofVolunteer))
                .without(promised(ofFamily));
    }

    private Optional<Refusal> number() {
        return refuse(
                ofVolunteer.size() >= volunteer.maximumFamilies(),
                new Refusal.VolunteerFull(volunteer.maximumFamilies()));
    }

    private Optional<Refusal> hours() {
        int promised = requestsOfVolunteer.stream()
                .mapToInt(other -> other.hoursPerWeek().quarters())
                .sum();
        int left = Math.max(0, volunteer.hoursPerWeek().quarters() - promised);
        return refuse(
                request.hoursPerWeek().quarters() > left,
                new Refusal.HoursUsedUp(new Hours(left), request.hoursPerWeek()));
    }

    private Optional<Refusal> heavy() {
        long cases = requestsOfVolunteer.stream().filter(SupportRequest::heavy).count();
        return refuse(request.heavy() && cases >= HEAVY_CASES_AT_MOST, new Refusal.HeavyAlready());
    }

    private Optional<Refusal> times() {
        DayParts suitingBoth = request.dayParts().and(volunteer.availability());
        return refuse(
                !pairing.dayParts().without(suitingBoth).isEmpty()
                        || pairing.dayParts().size() != request.dayPartsPerWeek(),
                new Refusal.TimesChanged());
    }

    private Optional<Refusal> volunteerBusy() {
        DayParts busy = pairing.dayParts().and(promised(ofVolunteer));
        return refuse(!busy.isEmpty(), new Refusal.VolunteerElsewhere(busy));
    }

    private Optional<Refusal> familyBusy() {
        DayParts busy = pairing.dayParts().and(promised(ofFamily));
        return refuse(!busy.isEmpty(), new Refusal.FamilyElsewhere(busy));
    }

    private Optional<Refusal> introductions() {
        return refuse(
                introductionsUnderWay >= introductionsPerWeek, new Refusal.IntroductionsFull(introductionsPerWeek));
    }

    private static Optional<Refusal> refuse(boolean when, Refusal refusal) {
        return when ? Optional.of(refusal) : Optional.empty();
    }

    private static DayParts promised(List<Pairing> pairings) {
        return pairings.stream().map(Pairing::dayParts).reduce(DayParts.NONE, DayParts::or);
    }

    private static SupportRequest getRequest(Snapshot around, SupportRequestId id) {
        return around.requests().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("request not in the snapshot: " + id.value()));
    }
}
