package nl.koppelwerk.data.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.data.history.History;
import nl.koppelwerk.data.run.Snapshots;
import nl.koppelwerk.data.sharing.DividingNeeds.Outcome;
import nl.koppelwerk.data.sharing.DividingNeeds.Target;
import nl.koppelwerk.data.sharing.DividingNeeds.Why;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.family.SupportRequest;
import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.domain.programme.Need;
import nl.koppelwerk.domain.programme.SupportKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DatabaseExtension.class)
class DividingNeedsTest {
    private static final Set<Need> WORK = Set.of(Need.WORK);

    private final TestDatabase database;
    private final TwoHouses city;
    private final DividingNeeds dividing;
    private final FamilyId family;

    DividingNeedsTest(TestDatabase database, TestInfo test) {
        this.database = database;
        city = new TwoHouses(database, test.getDisplayName());
        dividing = new DividingNeeds(
                city.jdbc, new History(city.jdbc, TwoHouses.CLOCK), new Audit(city.jdbc, TwoHouses.CLOCK));
        family = new FamilyId(city.id("f"));
    }

    private SupportRequestId request(String reference) {
        return new SupportRequestId(city.id(reference));
    }

    private Outcome move(String reader, Set<Need> needs, Target to) {
        return city.as(
                reader, () -> dividing.move(family, request("f-P"), needs, to, dividing.seen(family), city.by(reader)));
    }

    private List<SupportRequest> requests() {
        return new Snapshots(city.jdbc, database.scope())
                .read(city.organisation, TwoHouses.TODAY).requests().stream()
                        .filter(one -> one.family().equals(family))
                        .toList();
    }

    @Test
    void aNeedBeginsARequestOfAnotherProgrammeThatHasWaitedAsLong() {
        Outcome outcome = move("coordinator P", WORK, new Target.Begun(city.programme("R"), SupportKind.BUDDY));

        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        assertThat(requests())
                .extracting(SupportRequest::reference, SupportRequest::programme, SupportRequest::needs)
                .containsExactly(
                        tuple("f-1", city.programme("R"), WORK),
                        tuple("f-P", city.programme("P"), Set.of(Need.FINANCE)));
        assertThat(requests().getFirst().waitingSince()).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(city.list("coordinator R", "select reference from support_request"))
                .containsExactly("f-1");
        assertThat(city.list(
                        "coordinator P", "select reference from support_request where family = '" + city.id("f") + "'"))
                .containsExactly("f-P");
        assertThat(city.list("one", "select detail ->> 'what' from audit_entry where object_type = 'REQUEST'"))
                .containsExactly("NEEDS_DIVIDED", "NEEDS_DIVIDED");
    }

    @Test
    void aProgrammeOfAnotherOrganisationTakesConsent() {
        Target there = new Target.Begun(city.programme("Q"), SupportKind.BUDDY);
        assertThat(move("coordinator P", WORK, there)).isEqualTo(new Outcome.Refused(Why.NO_CONSENT));
        assertThat(city.inside(() -> dividing.programmes(family)))
                .extracting(DividingNeeds.Programme::name, DividingNeeds.Programme::agreed)
                .containsExactly(tuple("Programma P", true), tuple("Programma Q", false), tuple("Programma R", true));

        city.inside(() -> city.consenting.noteGiven(
                city.family('f'), city.programme("Q"), TwoHouses.TODAY, city.by("coordinator P")));

        assertThat(move("coordinator P", WORK, there)).isInstanceOf(Outcome.Done.class);
        assertThat(city.list("coordinator Q", "select reference || needs::text from support_request"))
                .containsExactly("f-1{WORK}");
    }

    @Test
    void aNeedGoesToARequestThatIsThere() {
        move("one", WORK, new Target.Begun(city.programme("R"), SupportKind.BUDDY));
        SupportRequestId begun = requests().getFirst().id();

        Outcome outcome = city.inside(() -> dividing.move(
                family, begun, WORK, new Target.There(request("f-P")), dividing.seen(family), city.by("one")));
        assertThat(outcome).isEqualTo(new Outcome.Refused(Why.LAST_NEED));

        city.change("update support_request set needs = '{WORK,HOUSING}' where id = '" + begun.value() + "'");
        assertThat(city.<Outcome>inside(() -> dividing.move(
                        family, begun, WORK, new Target.There(request("f-P")), dividing.seen(family), city.by("one"))))
                .isEqualTo(new Outcome.Done(List.of(begun, request("f-P"))));
        assertThat(requests())
                .extracting(SupportRequest::needs)
                .containsExactly(Set.of(Need.HOUSING), Set.of(Need.FINANCE, Need.WORK));
    }

    @Test
    void whatCannotBeIsRefusedAndChangesNothing() {
        Target elsewhere = new Target.Begun(city.programme("R"), SupportKind.BUDDY);

        assertThat(move("one", Set.of(), elsewhere)).isEqualTo(new Outcome.Refused(Why.NO_NEEDS));
        assertThat(move("one", Set.of(Need.HOUSING), elsewhere)).isEqualTo(new Outcome.Refused(Why.NO_NEEDS));
        assertThat(move("one", Set.of(Need.WORK, Need.FINANCE), elsewhere))
                .isEqualTo(new Outcome.Refused(Why.LAST_NEED));
        assertThat(move("one", WORK, new Target.Begun(city.programme("R"), SupportKind.SUPPORT_FAMILY)))
                .isEqualTo(new Outcome.Refused(Why.OTHER_KIND));
        assertThat(move("one", WORK, new Target.Begun(city.programme("X"), SupportKind.BUDDY)))
                .isEqualTo(new Outcome.Refused(Why.GONE));
        assertThat(move("one", WORK, new Target.There(request("g-P")))).isEqualTo(new Outcome.Refused(Why.GONE));
        assertThat(move("one", WORK, new Target.There(request("f-P")))).isEqualTo(new Outcome.Refused(Why.GONE));
        assertThat(move("coordinator R", WORK, elsewhere)).isEqualTo(new Outcome.Refused(Why.GONE));
        assertThat(city.<Outcome>inside(
                        () -> dividing.move(family, request("f-P"), WORK, elsewhere, -1, city.by("one"))))
                .isEqualTo(new Outcome.Refused(Why.OUTDATED));
        city.pairing("f-P", "vp", "RUNNING");
        assertThat(move("one", WORK, elsewhere)).isEqualTo(new Outcome.Refused(Why.UNDER_WAY));

        assertThat(requests())
                .singleElement()
                .extracting(SupportRequest::needs)
                .isEqualTo(Set.of(Need.WORK, Need.FINANCE));
    }
}
