package nl.koppelwerk.start;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.erasure.Person;
import nl.koppelwerk.data.imports.row.FamilyTable;
import nl.koppelwerk.data.imports.row.VolunteerTable;
import nl.koppelwerk.data.person.By;
import nl.koppelwerk.data.person.EditingRequests;
import nl.koppelwerk.data.person.EditingVolunteers;
import nl.koppelwerk.data.sample.SampleCity;
import nl.koppelwerk.data.sharing.Agreeing;
import nl.koppelwerk.data.sharing.Agreements;
import nl.koppelwerk.data.sharing.ConsentingToSharing;
import nl.koppelwerk.data.store.Programmes;
import nl.koppelwerk.data.store.SupportRequests;
import nl.koppelwerk.data.store.Volunteers;
import nl.koppelwerk.domain.family.SupportRequest;
import nl.koppelwerk.domain.programme.Programme;
import nl.koppelwerk.domain.programme.ProgrammeId;
import nl.koppelwerk.domain.volunteer.Volunteer;
import nl.koppelwerk.pairing.Pairings;
import org.springframework.context.ApplicationContext;

/** A third programme in the made-up city, with some of the buddies, that shares volunteers with the one they come from. */
final class DemoSharing {
    private static final String CODE = "BUREN";

    /** One in so many buddies, and requests for one, are of the new programme. */
    private static final int MOVED = 7;

    /** Two in so many volunteers agree to be shared. */
    private static final int AGREEING = 3;

    private final ApplicationContext application;
    private final By by;
    private final LocalDate today;

    DemoSharing(ApplicationContext application, By by, LocalDate today) {
        this.application = application;
        this.by = by;
        this.today = today;
    }

    void make() {
        application.getBean(OrganisationScope.class).inside(by.organisation(), () -> {
            Programme buddies = programmes().list().stream()
                    .filter(programme -> programme.code().equals(SampleCity.BUDDIES))
                    .findFirst()
                    .orElseThrow();
            Programme neighbours = neighbours(buddies);
            programmes().save(neighbours);
            moveVolunteers(buddies.id());
            moveRequests(buddies.id());
            application.getBean(Agreeing.class).ask(new Agreements.Pair(neighbours.id(), buddies.id()), by);
            agree(neighbours.id(), buddies.id());
            return neighbours;
        });
    }

    private Programmes programmes() {
        return application.getBean(Programmes.class);
    }

    private static Programme neighbours(Programme like) {
        return new Programme(
                new ProgrammeId(
                        UUID.nameUUIDFromBytes((like.id().value() + "/" + CODE).getBytes(StandardCharsets.UTF_8))),
                like.organisation(),
                CODE,
                "Buren voor buren",
                like.kinds(),
                like.introductionsPerWeek(),
                like.rules(),
                Optional.empty());
    }

    private void moveVolunteers(ProgrammeId from) {
        Map<ProgrammeId, String> codes =
                programmes().list().stream().collect(Collectors.toMap(Programme::id, Programme::code));
        EditingVolunteers editing = application.getBean(EditingVolunteers.class);
        some(volunteers(from), number -> number % MOVED == 0).forEach(volunteer -> {
            var cells = VolunteerTable.cells(volunteer, codes);
            cells.put(VolunteerTable.PROGRAMMES, CODE);
            editing.change(volunteer.id(), cells, Long.MAX_VALUE, by);
        });
    }

    private void moveRequests(ProgrammeId from) {
        EditingRequests editing = application.getBean(EditingRequests.class);
        Pairings pairings = application.getBean(Pairings.class);
        List<SupportRequest> asked = application.getBean(SupportRequests.class).current().stream()
                .filter(request -> request.programme().equals(from))
                .filter(request -> pairings.standing(request.id()).isEmpty())
                .toList();
        some(asked, number -> number % MOVED == 0).forEach(request -> {
            var cells = FamilyTable.cells(request, CODE);
            editing.change(request.id(), cells, Long.MAX_VALUE, by);
        });
    }

    private void agree(ProgrammeId one, ProgrammeId other) {
        ConsentingToSharing consenting = application.getBean(ConsentingToSharing.class);
        for (ProgrammeId own : List.of(one, other)) {
            ProgrammeId with = own.equals(one) ? other : one;
            some(volunteers(own), number -> number % AGREEING != 0)
                    .forEach(volunteer -> consenting.noteGiven(Person.of(volunteer.id()), with, today, by));
        }
    }

    private List<Volunteer> volunteers(ProgrammeId of) {
        return application.getBean(Volunteers.class).list().stream()
                .filter(volunteer -> volunteer.programmes().equals(Set.of(of)))
                .toList();
    }

    private static <T> List<T> some(List<T> all, IntPredicate which) {
        return IntStream.range(0, all.size()).filter(which).mapToObj(all::get).toList();
    }
}
