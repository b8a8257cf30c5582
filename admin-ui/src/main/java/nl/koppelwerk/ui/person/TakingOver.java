package nl.koppelwerk.ui.person;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.koppelwerk.data.format.Column;
import nl.koppelwerk.data.imports.row.Dates;
import nl.koppelwerk.data.imports.row.DayPartWords;
import nl.koppelwerk.data.imports.row.FamilyTable;
import nl.koppelwerk.data.imports.row.VolunteerTable;
import nl.koppelwerk.data.imports.row.Words;
import nl.koppelwerk.data.signup.Registration;
import nl.koppelwerk.data.signup.Registrations;
import nl.koppelwerk.data.signup.SignUp;
import nl.koppelwerk.data.store.Programmes;
import nl.koppelwerk.domain.family.Urgency;
import nl.koppelwerk.domain.pairing.Side;
import nl.koppelwerk.domain.programme.Programme;
import nl.koppelwerk.ui.person.form.Layout;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.UnknownPage;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** What somebody said who signed up, as the cells of a form; and that it is that record from now on. */
@Component
public class TakingOver {
    private final Registrations registrations;
    private final Programmes programmes;
    private final Clock clock;

    TakingOver(Registrations registrations, Programmes programmes, Clock clock) {
        this.registrations = registrations;
        this.programmes = programmes;
        this.clock = clock;
    }

    /** Nothing when the form is not about a registration. */
    public Map<Column, String> volunteer(Optional<UUID> id) {
        return id.map(one -> waiting(one, Side.VOLUNTEER))
                .map(this::ofVolunteer)
                .orElseGet(HashMap::new);
    }

    public Map<Column, String> family(Optional<UUID> id) {
        return id.map(one -> waiting(one, Side.FAMILY))
                .map(TakingOver::ofFamily)
                .orElseGet(HashMap::new);
    }

    /** Of the family and its request at once. */
    public Map<Column, String> intake(Optional<UUID> id) {
        return id.map(one -> waiting(one, Side.FAMILY))
                .map(found -> {
                    Map<Column, String> cells = ofRequest(found);
                    cells.putAll(ofFamily(found));
                    return cells;
                })
                .orElseGet(HashMap::new);
    }

    /** What cannot wait of what was said. */
    public Set<SignUp.Signal> signals(Optional<UUID> id) {
        return id.map(one -> waiting(one, Side.FAMILY))
                .map(found -> found.said().wish().signals())
                .orElse(Set.of());
    }

    /** What the family says otherwise than the form of the intake was opened with. */
    public Optional<SaidSince> intakeSaid(Optional<UUID> id, MultiValueMap<String, String> sent) {
        id.ifPresent(registrations::hold);
        return id.flatMap(one -> SaidSince.of(Layout.INTAKE, intake(id), sent));
    }

    /** The request of a registration that this family was made of. */
    public Map<Column, String> request(Optional<UUID> id, UUID family) {
        return id.map(one -> registrations
                        .find(one)
                        .filter(found -> found.record().equals(Optional.of(family)))
                        .orElseThrow(UnknownPage::new))
                .map(this::ofRequest)
                .orElseGet(HashMap::new);
    }

    /** What the family says otherwise than the form was opened with; it says nothing more until the transaction ends. */
    public Optional<SaidSince> familySaid(Optional<UUID> id, MultiValueMap<String, String> sent) {
        id.ifPresent(registrations::hold);
        return id.flatMap(one -> SaidSince.of(Layout.FAMILY, family(id), sent));
    }

    /** The same of the request. */
    public Optional<SaidSince> requestSaid(Optional<UUID> id, UUID family, MultiValueMap<String, String> sent) {
        id.ifPresent(registrations::hold);
        return id.flatMap(one -> SaidSince.of(Layout.REQUEST, request(id, family), sent));
    }

    /**
     * The record is there; inside the transaction that made it, which is undone when a colleague was first.
     *
     * @throws UnknownPage when the registration no longer waits
     */
    public void done(Optional<UUID> id, Side side, UUID record, Coordinator coordinator) {
        if (id.isPresent() && !registrations.takeOver(waiting(id.get(), side).id(), record, Desk.by(coordinator))) {
            throw new UnknownPage();
        }
    }

    private Registration waiting(UUID id, Side side) {
        return registrations
                .find(id)
                .filter(found -> found.said().side() == side && found.record().isEmpty())
                .filter(found -> found.state() != Registration.State.DECLINED)
                .orElseThrow(UnknownPage::new);
    }

    private Map<Column, String> ofVolunteer(Registration registration) {
        SignUp said = registration.said();
        Map<Column, String> cells = new HashMap<>();
        cells.put(VolunteerTable.NAME, said.contact().name());
        cells.put(VolunteerTable.POSTCODE, said.contact().postcode().toString());
        cells.put(VolunteerTable.LANGUAGES, said.wish().languages().toString());
        cells.put(VolunteerTable.AVAILABILITY, DayPartWords.write(said.wish().dayParts()));
        cells.put(VolunteerTable.CONFIRMED, day(registration));
        said.wish().kind().ifPresent(kind -> cells.put(VolunteerTable.KIND, Words.KIND.write(kind)));
        programme(said).ifPresent(code -> cells.put(VolunteerTable.PROGRAMMES, code));
        return cells;
    }

    private static Map<Column, String> ofFamily(Registration registration) {
        SignUp said = registration.said();
        Map<Column, String> cells = new HashMap<>();
        cells.put(FamilyTable.NAME, said.contact().name());
        cells.put(FamilyTable.POSTCODE, said.contact().postcode().toString());
        cells.put(FamilyTable.LANGUAGES, said.wish().languages().toString());
        cells.put(
                FamilyTable.CHILDREN,
                said.wish().birthYears().stream().map(Object::toString).collect(Collectors.joining(" ")));
        // Nobody has confirmed it: whoever takes over looks at it.
        said.referrer()
                .flatMap(referrer -> said.contact().email())
                .ifPresent(email -> cells.put(FamilyTable.EMAIL, email));
        return cells;
    }

    private Map<Column, String> ofRequest(Registration registration) {
        SignUp said = registration.said();
        Map<Column, String> cells = new HashMap<>();
        cells.put(
                FamilyTable.NEEDS,
                said.wish().needs().stream().sorted().map(Words.NEED::write).collect(Collectors.joining(", ")));
        cells.put(FamilyTable.DAY_PARTS, DayPartWords.write(said.wish().dayParts()));
        cells.put(FamilyTable.WAITING_SINCE, day(registration));
        cells.put(FamilyTable.URGENCY, Words.URGENCY.write(said.urgent() ? Urgency.HIGH : Urgency.NORMAL));
        programme(said).ifPresent(code -> cells.put(FamilyTable.PROGRAMME, code));
        return cells;
    }

    private Optional<String> programme(SignUp said) {
        List<Programme> all = programmes.list();
        return all.stream()
                .filter(one -> all.size() == 1 || said.wish().programme().equals(Optional.of(one.id())))
                .map(Programme::code)
                .findFirst();
    }

    private String day(Registration registration) {
        return Dates.write(LocalDate.ofInstant(registration.createdAt(), clock.getZone()));
    }
}
