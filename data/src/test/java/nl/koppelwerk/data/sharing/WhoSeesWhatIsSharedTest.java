package nl.koppelwerk.data.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.data.erasure.Person;
import nl.koppelwerk.data.own.OwnVolunteer;
import nl.koppelwerk.data.run.Snapshots;
import nl.koppelwerk.data.store.KeptLives;
import nl.koppelwerk.data.store.KeptPairings;
import nl.koppelwerk.data.view.PairingViews;
import nl.koppelwerk.domain.family.SupportRequest;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.domain.pairing.Step;
import nl.koppelwerk.domain.programme.ProgrammeId;
import nl.koppelwerk.domain.snapshot.Snapshot;
import nl.koppelwerk.domain.volunteer.Volunteer;
import nl.koppelwerk.pairing.Confirmation;
import nl.koppelwerk.pairing.ConfirmingProposals;
import nl.koppelwerk.pairing.CoordinatorId;
import nl.koppelwerk.pairing.Refusal;
import nl.koppelwerk.pairing.life.Action;
import nl.koppelwerk.pairing.life.Advance;
import nl.koppelwerk.pairing.life.FollowingPairings;
import nl.koppelwerk.pairing.life.NotPossible;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

/** Without consent nothing is in sight, and with it no more than it takes; said by the database, under the application's role. */
@ExtendWith(DatabaseExtension.class)
class WhoSeesWhatIsSharedTest {
    private static final String FAMILIES = "select reference from family order by 1";
    private static final String REQUESTS = "select reference from support_request order by 1";
    private static final String VOLUNTEERS = "select reference from volunteer order by 1";
    private static final String MET = "select to_jsonb(v)::text from volunteer_met v where v.id = '%s'";
    private static final String ASKED = "select to_jsonb(l)::text from lendings_asked() l";

    private final TestDatabase database;
    private final TwoHouses city;
    private final Snapshots snapshots;

    WhoSeesWhatIsSharedTest(TestDatabase database, TestInfo test) {
        this.database = database;
        city = new TwoHouses(database, test.getDisplayName());
        snapshots = new Snapshots(city.jdbc, database.scope());
    }

    private Snapshot tonight() {
        return snapshots.read(city.organisation, TwoHouses.TODAY);
    }

    private Set<ProgrammeId> lent(String volunteer) {
        return tonight().volunteers().stream()
                .filter(one -> one.reference().equals(volunteer))
                .map(Volunteer::lentTo)
                .findFirst()
                .orElseThrow();
    }

    private List<String> planned() {
        return tonight().requests().stream().map(SupportRequest::reference).toList();
    }

    @Test
    void aFamilyIsKnownInAProgrammeOfAnotherOrganisationOnlyOnceItAgreed() {
        assertThat(city.list("coordinator Q", FAMILIES)).isEmpty();
        assertThat(city.list("coordinator Q", REQUESTS)).isEmpty();
        assertThat(city.list("coordinator P", REQUESTS)).containsExactly("f-P", "g-P");
        assertThat(planned()).containsExactly("f-P", "g-P");

        city.inside(() -> city.consenting.noteGiven(
                city.family('g'), city.programme("Q"), TwoHouses.TODAY, city.by("coordinator P")));

        assertThat(city.list("coordinator Q", FAMILIES)).containsExactly("g");
        assertThat(city.list("coordinator Q", REQUESTS)).containsExactly("g-Q");
        assertThat(city.list("coordinator P", REQUESTS)).containsExactly("f-P", "g-P");
        assertThat(planned()).containsExactly("f-P", "g-P", "g-Q");

        city.inside(
                () -> city.consenting.noteWithdrawn(city.family('g'), city.programme("Q"), city.by("coordinator P")));

        assertThat(city.list("coordinator Q", FAMILIES)).isEmpty();
        assertThat(planned()).containsExactly("f-P", "g-P");
    }

    @Test
    void consentIsToTheOrganisationThatCarriesTheProgrammeOutThen() {
        city.inside(() ->
                city.consenting.noteGiven(city.family('g'), city.programme("Q"), TwoHouses.TODAY, city.by("one")));

        city.change("update programme set run_by = 'Stichting Anders' where code = 'Q'");

        assertThat(city.list("coordinator Q", REQUESTS)).isEmpty();
        assertThat(planned()).containsExactly("f-P", "g-P");
        assertThat(city.inside(() -> city.consenting.of(city.family('g'))))
                .extracting(Shared::name, Shared::runBy, Shared::holds)
                .containsExactly(tuple("Programma Q", "Stichting Anders", false));
        assertThat(city.inside(() -> city.consenting.noteGiven(
                        city.family('g'), city.programme("Q"), TwoHouses.TODAY, city.by("one"))))
                .isTrue();
        assertThat(city.list("coordinator Q", REQUESTS)).containsExactly("g-Q");
    }

    @Test
    void consentToAProgrammeAtHomeOrForADayToComeIsNotNoted() {
        assertThat(city.inside(() -> city.consenting.noteGiven(
                        city.family('g'), city.programme("R"), TwoHouses.TODAY, city.by("one"))))
                .isFalse();
        assertThat(city.inside(() -> city.consenting.noteGiven(
                        city.family('g'), city.programme("Q"), TwoHouses.TODAY.plusDays(1), city.by("one"))))
                .isFalse();
        assertThat(city.inside(() -> city.consenting.noteGiven(
                        Person.of(city.volunteer("vp")), city.programme("Q"), TwoHouses.TODAY, city.by("one"))))
                .as("the two do not share")
                .isFalse();
    }

    @Test
    void aRequestThatTheFamilyDidNotAgreeToIsNotAccepted() {
        PairingId proposal = new PairingId(city.pairing("g-Q", "vq", "PROPOSED"));

        assertThat(city.inside(() -> new ConfirmingProposals(new KeptPairings(city.jdbc), TwoHouses.CLOCK)
                        .confirm(proposal, 1, new CoordinatorId(city.id("one")))))
                .isEqualTo(new Confirmation.Refused(new Refusal.RequestClosed()));
    }

    @Test
    void aVolunteerIsLentAsLongAsTheTwoAgreeAndTheVolunteerDoes() {
        assertThat(lent("vp")).isEmpty();

        city.share("vp", "Q");

        assertThat(lent("vp")).containsExactly(city.programme("Q"));
        assertThat(lent("vq")).as("has not agreed").isEmpty();

        city.inside(() -> city.agreeing.end(city.pair("P", "Q"), 1, city.by("one")));
        assertThat(lent("vp")).isEmpty();
    }

    @Test
    void aVolunteerSaysSoOnTheOwnPageAndTakesItBackThere() {
        city.share("vq", "P");
        OwnVolunteer self = new OwnVolunteer(city.organisation, city.volunteer("vp"));

        assertThat(city.as("vp", () -> city.consenting.of(Person.of(self.volunteer()))))
                .extracting(Shared::name, Shared::runBy)
                .containsExactly(tuple("Programma Q", "Stichting Q"));
        assertThat(city.<Boolean>as("vp", () -> city.consenting.give(self, city.programme("Q"), "tr")))
                .isTrue();
        assertThat(lent("vp")).containsExactly(city.programme("Q"));
        assertThat(city.list("vp", "select volunteer::text from sharing_consent"))
                .containsExactly(city.id("vp").toString());
        assertThat(city.<Boolean>as("vp", () -> city.consenting.withdraw(self, city.programme("Q"))))
                .isTrue();
        assertThat(lent("vp")).isEmpty();
        assertThat(city.list("one", "select detail ->> 'by' from audit_entry where account is null order by number"))
                .containsExactly("volunteer", "volunteer");
    }

    @Test
    void whoIsProposedFromAnotherProgrammeHasNoNameOrAddressUntilBothSaidYes() {
        city.share("vq", "P");
        UUID proposal = city.pairing("f-P", "vq", "PROPOSED");
        String met = MET.formatted(city.id("vq"));

        assertThat(city.list("coordinator P", VOLUNTEERS)).containsExactly("vp");
        assertThat(city.list("coordinator P", met))
                .singleElement()
                .satisfies(seen -> assertThat(seen)
                        .contains("\"name\": \"Programma Q · "
                                + city.id("vq").toString().substring(0, 8))
                        .contains(
                                "\"skills\": [\"FINANCE\", \"WORK\"]",
                                "\"languages\": \"nld:C1\"",
                                "\"postcode\": 1001")
                        .doesNotContain("Geheim", "geheim", "\"vq\""));
        assertThat(city.list("coordinator Q", met)).singleElement().asString().contains("Anna Geheim");
        assertThat(city.list("coordinator R", met)).isEmpty();

        for (String step : List.of("ACCEPTED", "ASKED")) {
            city.change("update pairing set step = '" + step + "' where id = '" + proposal + "'");
            assertThat(city.list("coordinator P", met))
                    .as(step)
                    .singleElement()
                    .asString()
                    .doesNotContain("eheim");
            assertThat(city.list("coordinator P", VOLUNTEERS)).as(step).containsExactly("vp");
        }
        city.change("update pairing set step = 'INTRODUCTION' where id = '" + proposal + "'");

        assertThat(city.list("coordinator P", VOLUNTEERS)).containsExactly("vp", "vq");
        assertThat(city.list("coordinator P", met)).singleElement().asString().contains("Anna Geheim");
    }

    @Test
    void aProposalOfAVolunteerWhoTookItBackIsOutOfSightAtOnce() {
        city.share("vq", "P");
        city.pairing("f-P", "vq", "PROPOSED");
        String met = MET.formatted(city.id("vq"));
        assertThat(city.list("coordinator P", met)).hasSize(1);

        city.inside(() -> city.consenting.noteWithdrawn(
                Person.of(city.volunteer("vq")), city.programme("P"), city.by("coordinator Q")));

        assertThat(city.list("coordinator P", met)).isEmpty();
    }

    @Test
    void theProgrammeThatLendsHasItsSayBeforeAnybodyIsAsked() {
        city.share("vq", "P");
        PairingId pairing = new PairingId(city.pairing("f-P", "vq", "PROPOSED"));
        KeptPairings pairings = new KeptPairings(city.jdbc);
        FollowingPairings following = new FollowingPairings(
                pairings, new KeptLives(city.jdbc, pairings, new Audit(city.jdbc, TwoHouses.CLOCK)), TwoHouses.CLOCK);
        CoordinatorId noor = new CoordinatorId(city.id("coordinator P"));

        assertThat(city.<Confirmation>as(
                        "coordinator P",
                        () -> new ConfirmingProposals(pairings, TwoHouses.CLOCK).confirm(pairing, 1, noor)))
                .isInstanceOf(Confirmation.Confirmed.class);
        assertThat(city.<Advance>as(
                        "coordinator P", () -> following.follow(pairing, 2, new Action.Ask(), Optional.empty(), noor)))
                .isEqualTo(new Advance.Refused(new NotPossible.LenderFirst()));
        assertThat(city.<Boolean>as(
                        "coordinator P",
                        () -> city.lendings.answer(pairing, Optional.empty(), city.by("coordinator P"))))
                .isFalse();
        assertThat(city.as("coordinator P", () -> city.lendings.of(pairing)).orElseThrow())
                .extracting(Lending::lender, Lending::ownToAnswer, Lending::agreed)
                .containsExactly("Programma Q", false, false);

        assertThat(city.as("coordinator Q", () -> city.lendings.waiting()))
                .singleElement()
                .satisfies(asked -> {
                    assertThat(asked.name()).isEqualTo("Anna Geheim");
                    assertThat(asked.programme()).isEqualTo("Programma P");
                });
        assertThat(city.<Boolean>as(
                        "coordinator Q",
                        () -> city.lendings.answer(pairing, Optional.empty(), city.by("coordinator Q"))))
                .isTrue();

        assertThat(city.as("coordinator Q", () -> city.lendings.waiting())).isEmpty();
        assertThat(city.<Advance>as(
                        "coordinator P", () -> following.follow(pairing, 2, new Action.Ask(), Optional.empty(), noor)))
                .isInstanceOf(Advance.Done.class);
        assertThat(city.as("coordinator P", () -> new PairingViews(city.jdbc).find(pairing))
                        .orElseThrow())
                .satisfies(view -> {
                    assertThat(view.step()).isEqualTo(Step.ASKED);
                    assertThat(view.volunteer().name()).startsWith("Programma Q · ");
                    assertThat(view.volunteer().email()).isEmpty();
                    assertThat(view.history())
                            .extracting(event -> event.reason().orElse(""))
                            .containsExactly("ASK", "LENDER_SAYS_YES", "");
                });
    }

    @Test
    void aNoIsSeenToByWhoeverFollowsThePairing() {
        city.share("vq", "P");
        PairingId pairing = accepted();

        city.<Boolean>as(
                "coordinator Q",
                () -> city.lendings.answer(pairing, Optional.of("Begint net bij ons."), city.by("coordinator Q")));

        assertThat(city.list("coordinator P", "select attention_since::text from pairing_life"))
                .containsExactly("2026-03-17");
        assertThat(city.as("coordinator P", () -> city.lendings.of(pairing))
                        .orElseThrow()
                        .reason())
                .contains("Begint net bij ons.");
    }

    private PairingId accepted() {
        PairingId pairing = new PairingId(city.pairing("f-P", "vq", "PROPOSED"));
        city.<Confirmation>as(
                "coordinator P",
                () -> new ConfirmingProposals(new KeptPairings(city.jdbc), TwoHouses.CLOCK)
                        .confirm(pairing, 1, new CoordinatorId(city.id("coordinator P"))));
        return pairing;
    }

    @Test
    void whoLendsReadsTheRequestInShortAndNobodyElseDoes() {
        city.share("vq", "P");
        accepted();

        assertThat(city.list("coordinator Q", ASKED))
                .singleElement()
                .asString()
                .contains("\"needs\": [\"FINANCE\", \"WORK\"]", "\"quarters_per_week\": 8")
                .doesNotContain(
                        "eheim", "1001", city.id("f").toString(), city.id("f-P").toString());
        assertThat(city.list("one", ASKED)).hasSize(1);
        for (String other : List.of("coordinator P", "coordinator R", "vq", "nobody")) {
            assertThat(city.list(other, ASKED)).as(other).isEmpty();
        }
        assertThat(city.list("coordinator Q", FAMILIES)).isEmpty();
        assertThat(city.list("coordinator Q", "select id::text from pairing")).isEmpty();
        assertThat(city.list("coordinator R", "select pairing::text from lending"))
                .isEmpty();
        assertThat(city.list("vq", "select pairing::text from lending")).isEmpty();
    }

    @Test
    void whoAsksForAVolunteerCannotAnswerInThePlaceOfTheLender() {
        city.share("vq", "P");
        accepted();
        String yes = "update lending set answer = 'YES', answered_at = asked_at, account = '%s'";

        assertThat(city.update("coordinator P", yes.formatted(city.id("coordinator P"))))
                .isZero();
        assertThat(city.update("coordinator R", yes.formatted(city.id("coordinator R"))))
                .isZero();
        String forged = """
                insert into lending (organisation, pairing, volunteer, asked_at, answer, answered_at, account)
                select organisation, id, volunteer, proposed_at, 'YES', proposed_at, '%s' from pairing
                """.formatted(city.id("coordinator P"));
        city.change("delete from lending");
        assertThatThrownBy(() -> city.update("coordinator P", forged)).hasStackTraceContaining("asked_without_answer");
    }

    @Test
    void ofAnotherTenantNothingOfAllThisIsInSight() {
        city.share("vq", "P");
        accepted();
        TwoHouses elsewhere = new TwoHouses(database, "elsewhere " + city.organisation.value());

        for (String table : List.of("sharing_consent", "lending", "lent_volunteer")) {
            assertThat(elsewhere.list("one", "select 1::text from " + table))
                    .as(table)
                    .isEmpty();
        }
        assertThat(elsewhere.list("one", ASKED)).isEmpty();
        assertThat(elsewhere.list("one", "select id::text from lent_volunteers()"))
                .isEmpty();
        assertThat(elsewhere.list("coordinator P", MET.formatted(city.id("vq"))))
                .isEmpty();
        assertThat(elsewhere.list("one", "select r::text from requests_without_consent() r"))
                .containsExactly(elsewhere.id("g-Q").toString());
    }
}
