package nl.koppelwerk.data.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.data.erasure.Person;
import nl.koppelwerk.data.history.History;
import nl.koppelwerk.data.run.SnapshotFormat;
import nl.koppelwerk.data.run.Snapshots;
import nl.koppelwerk.data.run.Stamps;
import nl.koppelwerk.data.sides.Invitation;
import nl.koppelwerk.data.sides.KnowingBothSides;
import nl.koppelwerk.data.sides.Linking;
import nl.koppelwerk.data.sides.OtherSide;
import nl.koppelwerk.data.store.KeptPairings;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.domain.snapshot.Snapshot;
import nl.koppelwerk.domain.volunteer.BothSides;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.pairing.Confirmation;
import nl.koppelwerk.pairing.ConfirmingProposals;
import nl.koppelwerk.pairing.CoordinatorId;
import nl.koppelwerk.pairing.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

/** A parent who gets help and gives it: seen by who may see both sides, and never paired in a circle. */
@ExtendWith(DatabaseExtension.class)
class PeopleOnBothSidesTest {
    private static final String LINKS = "select volunteer::text from both_sides";

    private final TestDatabase database;
    private final TwoHouses city;
    private final KnowingBothSides sides;

    PeopleOnBothSidesTest(TestDatabase database, TestInfo test) {
        this.database = database;
        city = new TwoHouses(database, test.getDisplayName());
        sides = new KnowingBothSides(
                city.jdbc, new History(city.jdbc, TwoHouses.CLOCK), new Audit(city.jdbc, TwoHouses.CLOCK));
    }

    private FamilyId f;
    private FamilyId g;

    @BeforeEach
    void name() {
        f = new FamilyId(city.id("f"));
        g = new FamilyId(city.id("g"));
    }

    private Linking link(String account, FamilyId family, String volunteer) {
        return city.as(account, () -> sides.link(family, city.volunteer(volunteer), TwoHouses.TODAY, city.by(account)));
    }

    private Snapshot tonight() {
        return new Snapshots(city.jdbc, database.scope()).read(city.organisation, TwoHouses.TODAY);
    }

    private List<OtherSide> seen(String account, Person person) {
        return city.as(account, () -> sides.of(person));
    }

    @Test
    void aLinkIsSeenByWhoMaySeeBothSidesOnly() {
        String before = new Stamps(city.jdbc, database.scope()).of(city.organisation);

        assertThat(link("one", f, "vq")).isEqualTo(new Linking.Linked());

        assertThat(new Stamps(city.jdbc, database.scope()).of(city.organisation))
                .isNotEqualTo(before);
        assertThat(seen("two", Person.of(f)))
                .extracting(OtherSide::person, OtherSide::reference, OtherSide::account, OtherSide::later)
                .containsExactly(tuple(Person.of(city.volunteer("vq")), "vq", Optional.of("one"), true));
        assertThat(seen("two", Person.of(city.volunteer("vq"))))
                .extracting(OtherSide::person)
                .containsExactly(Person.of(f));
        assertThat(seen("coordinator P", Person.of(f)))
                .as("sees the family only")
                .isEmpty();
        assertThat(seen("coordinator Q", Person.of(city.volunteer("vq"))))
                .as("sees the volunteer only")
                .isEmpty();
        assertThat(city.list("coordinator P", LINKS)).isEmpty();
        assertThat(city.list("coordinator Q", LINKS)).isEmpty();
        assertThat(city.list("coordinator R", LINKS)).isEmpty();
        assertThat(city.list("vp", LINKS)).as("another volunteer").isEmpty();
        assertThat(city.list("vq", LINKS)).hasSize(1);
    }

    @Test
    void whoSeesOneSideNeitherMakesNorBreaksALink() {
        assertThat(link("coordinator P", f, "vq")).isEqualTo(new Linking.Refused(Linking.Reason.UNKNOWN));
        assertThat(link("coordinator P", f, "vp")).isEqualTo(new Linking.Linked());
        link("one", g, "vq");

        assertThat(city.<Boolean>as(
                        "coordinator P", () -> sides.unlink(g, city.volunteer("vq"), city.by("coordinator P"))))
                .isFalse();
        assertThat(city.update("vq", "delete from both_sides")).isZero();
        assertThatThrownBy(() -> city.update(
                        "vr",
                        "insert into both_sides (organisation, volunteer, family, agreed_on, linked_at) values"
                                + " (current_organisation(), '" + city.id("vr") + "', '" + city.id("f")
                                + "', '2026-03-17', '2026-03-17')"))
                .hasStackTraceContaining("row-level security policy \"staff_adds\"");
        assertThat(city.<Boolean>as("one", () -> sides.unlink(g, city.volunteer("vq"), city.by("one"))))
                .isTrue();
        assertThat(city.list("one", LINKS)).containsExactly(city.id("vp").toString());
    }

    @Test
    void aVolunteerIsOfOneHouseholdAndADayIsPast() {
        link("one", f, "vp");

        assertThat(link("one", g, "vp")).isEqualTo(new Linking.Refused(Linking.Reason.OF_ANOTHER));
        assertThat(link("one", f, "vr")).isEqualTo(new Linking.Linked());
        assertThat(city.<Linking>inside(
                        () -> sides.link(g, city.volunteer("vq"), TwoHouses.TODAY.plusDays(1), city.by("one"))))
                .isEqualTo(new Linking.Refused(Linking.Reason.DAY));
        assertThat(link("one", f, "f")).isEqualTo(new Linking.Refused(Linking.Reason.UNKNOWN));
    }

    @Test
    void aPairingUnderWayIsEndedBeforeItsTwoSidesAreSaidToBeOne() {
        city.pairing("f-P", "vp", "RUNNING");

        assertThat(link("one", f, "vp")).isEqualTo(new Linking.Paired(city.id("f-Pvp")));

        city.change("update pairing set step = 'ENDED'");

        assertThat(link("one", f, "vp")).isEqualTo(new Linking.Linked());
    }

    @Test
    void nobodyIsProposedToTheOwnHouseholdNorToOneThatHelpsIt() {
        link("one", f, "vp");
        link("one", g, "vr");

        assertThat(tonight().bothSides())
                .extracting(BothSides::volunteer, BothSides::tied)
                .containsExactlyInAnyOrder(
                        tuple(city.volunteer("vp"), Set.of(f)), tuple(city.volunteer("vr"), Set.of(g)));

        city.pairing("g-P", "vp", "PROPOSED");

        assertThat(tied("vr")).containsExactly(g);

        city.change("update pairing set step = 'RUNNING'");

        assertThat(tied("vr")).as("f helps g").containsExactlyInAnyOrder(f, g);
        assertThat(tied("vp")).containsExactly(f);
        assertThat(SnapshotFormat.unpack(SnapshotFormat.pack(tonight())).bothSides())
                .isEqualTo(tonight().bothSides());

        city.change("update pairing set step = 'ENDED'");

        assertThat(tied("vr")).as("they never met").containsExactly(g);
    }

    private Set<FamilyId> tied(String volunteer) {
        return tonight().bothSides().stream()
                .filter(one -> one.volunteer().equals(city.volunteer(volunteer)))
                .map(BothSides::tied)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aProposalToTheOwnHouseholdIsNotAccepted() {
        PairingId proposal = new PairingId(city.pairing("f-P", "vp", "PROPOSED"));
        link("one", f, "vp");

        Confirmation confirmation =
                city.inside(() -> new ConfirmingProposals(new KeptPairings(city.jdbc), TwoHouses.CLOCK)
                        .confirm(proposal, 1, new CoordinatorId(city.id("one"))));

        assertThat(confirmation)
                .isInstanceOfSatisfying(
                        Confirmation.Refused.class,
                        refused -> assertThat(refused.refusal())
                                .isInstanceOfSatisfying(
                                        Refusal.DoesNotFit.class,
                                        why -> assertThat(why.obstacle().rule()).isEqualTo("other-household")));
    }

    @Test
    void aParentGivesFromThePhaseOnThatTheProgrammeSays() {
        link("one", f, "vr");

        assertThat(later("vr")).as("waits for help").isTrue();

        city.pairing("f-P", "vp", "RUNNING");
        city.change("insert into pairing_life (organisation, pairing, started_on) select organisation, id,"
                + " date '2026-03-17' - 63 from pairing");

        assertThat(later("vr")).as("the programme does not say").isTrue();

        city.change("update programme set gives_after_weeks = 10 where code = 'P'");

        assertThat(later("vr")).as("nine weeks").isTrue();

        city.change("update programme set gives_after_weeks = 9 where code = 'P'");

        assertThat(later("vr")).isFalse();

        city.change("update programme set gives_after_weeks = null where code = 'P'");
        city.change(
                "update support_request set closed_on = '2026-03-16', status_reason = 'OTHER' where reference = 'f-P'");

        assertThat(later("vr")).as("the help has ended").isFalse();
    }

    private boolean later(String volunteer) {
        boolean later = tonight().bothSides().stream()
                .anyMatch(one -> one.volunteer().equals(city.volunteer(volunteer)) && one.later());
        assertThat(seen("one", Person.of(f))).extracting(OtherSide::later).containsExactly(later);
        return later;
    }

    @Test
    void whatAParentSaysToAnInvitationIsKeptForWhoSeesTheFamily() {
        assertThat(city.<Boolean>as(
                        "coordinator P",
                        () -> sides.invite(
                                f, TwoHouses.TODAY.minusDays(3), Invitation.Answer.THINKING, city.by("coordinator P"))))
                .isTrue();
        assertThat(city.<Boolean>as(
                        "coordinator Q",
                        () -> sides.invite(f, TwoHouses.TODAY, Invitation.Answer.NO, city.by("coordinator Q"))))
                .isFalse();
        assertThat(city.<Boolean>inside(
                        () -> sides.invite(f, TwoHouses.TODAY.plusDays(1), Invitation.Answer.NO, city.by("one"))))
                .isFalse();
        city.inside(() -> sides.invite(f, TwoHouses.TODAY, Invitation.Answer.YES, city.by("two")));

        assertThat(city.<Optional<Invitation>>as("coordinator P", () -> sides.invitation(f)))
                .contains(new Invitation(TwoHouses.TODAY, Invitation.Answer.YES, Optional.of("two")));
        assertThat(city.<Optional<Invitation>>as("coordinator Q", () -> sides.invitation(f)))
                .isEmpty();
        assertThat(city.list("vp", "select answer from invitation_to_help")).isEmpty();
    }

    @Test
    void theLogKnowsOfALinkUnderEitherNumberWithoutTheOther() {
        link("one", f, "vp");
        city.as("two", () -> sides.unlink(f, city.volunteer("vp"), city.by("two")));

        assertThat(city.list(
                        "one",
                        "select object_type || ' ' || (object_id in ('" + city.id("f") + "', '" + city.id("vp")
                                + "')) || ' ' || detail::text from audit_entry order by object_type, number"))
                .containsExactly(
                        "FAMILY true {\"what\": \"BOTH_SIDES_LINKED\"}",
                        "FAMILY true {\"what\": \"BOTH_SIDES_UNLINKED\"}",
                        "VOLUNTEER true {\"what\": \"BOTH_SIDES_LINKED\"}",
                        "VOLUNTEER true {\"what\": \"BOTH_SIDES_UNLINKED\"}");
        assertThat(city.list("one", LINKS)).isEmpty();
    }

    @Test
    void aVolunteerWhoIsNotThereCanNotBeLinked() {
        assertThat(city.<Linking>inside(
                        () -> sides.link(f, new VolunteerId(city.id("nobody")), TwoHouses.TODAY, city.by("one"))))
                .isEqualTo(new Linking.Refused(Linking.Reason.UNKNOWN));
    }
}
