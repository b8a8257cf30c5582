package nl.koppelwerk.data.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import nl.koppelwerk.data.account.Account;
import nl.koppelwerk.data.account.Accounts;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.data.erasure.Person;
import nl.koppelwerk.data.history.History;
import nl.koppelwerk.data.own.OwnVolunteer;
import nl.koppelwerk.data.person.AbsenceReason;
import nl.koppelwerk.data.person.By;
import nl.koppelwerk.data.person.PausingVolunteers;
import nl.koppelwerk.data.person.StatusChange;
import nl.koppelwerk.data.store.Town;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(DatabaseExtension.class)
class ConsentingTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-03-17T09:30:00Z"), ZoneId.of("Europe/Amsterdam"));
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 17);

    private final TestDatabase database;
    private final JdbcClient jdbc;
    private final OrganisationId organisation;
    private final By noor;
    private final Town town;
    private final VolunteerId anna;
    private final VolunteerId other;
    private final Person family;
    private final PausingVolunteers pausing;
    private final Consenting consenting;

    ConsentingTest(TestDatabase database, TestInfo test) {
        this.database = database;
        jdbc = database.jdbc();
        organisation = database.organisation(test.getDisplayName());
        town = Town.of(organisation, 5, 3);
        town.saveIn(database);
        anna = town.volunteers().get(1).id();
        other = town.volunteers().get(2).id();
        family = Person.of(town.families().get(3).id());
        UUID account = UUID.nameUUIDFromBytes(
                organisation.value().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        noor = new By(organisation, account);
        new Accounts(jdbc, database.scope())
                .save(new Account(
                        account,
                        organisation,
                        account + "@koppelwerk.example",
                        "Noor",
                        "{noop}x",
                        Account.Role.COORDINATOR,
                        true));
        History history = new History(jdbc, CLOCK);
        Audit audit = new Audit(jdbc, CLOCK);
        pausing = new PausingVolunteers(jdbc, history, audit);
        consenting = new Consenting(new Consents(jdbc), pausing, history, audit);
    }

    private <T> T inside(Supplier<T> work) {
        return database.scope().inside(organisation, work);
    }

    /** With the eyes of one volunteer. */
    private <T> T as(VolunteerId volunteer, Supplier<T> work) {
        return new OrganisationScope(jdbc, database.transactions(), () -> Optional.of(volunteer.value()))
                .inside(organisation, work);
    }

    private OwnVolunteer own(VolunteerId volunteer) {
        return new OwnVolunteer(organisation, volunteer);
    }

    private void gives(VolunteerId volunteer) {
        as(volunteer, () -> {
            consenting.give(own(volunteer), "tr");
            return volunteer;
        });
    }

    private void withdraws(VolunteerId volunteer) {
        as(volunteer, () -> {
            consenting.withdraw(own(volunteer));
            return volunteer;
        });
    }

    private Optional<Consent> found(Person person) {
        return inside(() -> consenting.find(person));
    }

    private String status(VolunteerId volunteer) {
        return inside(() -> jdbc.sql(
                        "select concat_ws(' ', active, inactive_reason, paused_until, returns_by_itself) from volunteer where id = :id")
                .param("id", volunteer.value())
                .query(String.class)
                .single());
    }

    @Test
    void whoAgreesOnTheOwnPageAgreedOnceInThatLanguageAndNoOneElseDid() {
        assertThat(found(Person.of(anna))).isEmpty();

        gives(anna);
        gives(anna);

        assertThat(found(Person.of(anna)))
                .contains(new Consent(
                        "2026-11", Optional.of("tr"), TODAY, Consent.Way.OWN_PAGE, Optional.empty(), Optional.empty()));
        assertThat(inside(() -> jdbc.sql("select count(*) from consent")
                        .query(Integer.class)
                        .single()))
                .isEqualTo(1);
        assertThat(found(Person.of(other))).isEmpty();
        assertThat(audited()).containsExactly("{\"by\": \"volunteer\", \"what\": \"CONSENT_GIVEN\"}");
    }

    private List<String> audited() {
        return inside(() -> jdbc.sql("select detail::text from audit_entry order by at, number")
                .query(String.class)
                .list());
    }

    @Test
    void anEarlierTextIsAskedAgainAndTheLatestCounts() {
        inside(() -> new Consents(jdbc)
                .add(
                        organisation,
                        Person.of(anna),
                        new Consents.Given(
                                "2025-03",
                                Optional.of("nl"),
                                TODAY.minusDays(300),
                                Consent.Way.SIGN_UP,
                                Optional.of(noor.account()))));
        assertThat(found(Person.of(anna))).hasValueSatisfying(said -> {
            assertThat(said.holds()).isTrue();
            assertThat(said.toCurrentText()).isFalse();
            assertThat(said.account()).contains("Noor");
        });

        gives(anna);

        assertThat(found(Person.of(anna)))
                .hasValueSatisfying(said -> assertThat(said.toCurrentText()).isTrue());
    }

    @Test
    void whoTakesItBackPausesWithoutAnEndUntilSayingSoAgain() {
        gives(anna);
        inside(() -> {
            pausing.byThemselves(anna, Optional.of(AbsenceReason.HOLIDAY), Optional.of(TODAY.plusDays(3)));
            return anna;
        });

        withdraws(anna);

        assertThat(found(Person.of(anna)))
                .hasValueSatisfying(said -> assertThat(said.withdrawnOn()).contains(TODAY));
        assertThat(status(anna)).isEqualTo("f OTHER f");
        assertThat(status(other)).startsWith("t");
        assertThat(inside(() -> pausing.resume(anna, Long.MAX_VALUE, noor))).isEqualTo(StatusChange.CONSENT_WITHDRAWN);
        gives(anna);
        assertThat(found(Person.of(anna)))
                .hasValueSatisfying(said -> assertThat(said.toCurrentText()).isTrue());
        assertThat(status(anna)).isEqualTo("f OTHER f");
        assertThat(inside(() -> pausing.resume(anna, Long.MAX_VALUE, noor))).isEqualTo(StatusChange.DONE);
    }

    @Test
    void aCoordinatorNotesWhatWasSaidButNotForTomorrowNorFromBeforeItWasTakenBack() {
        assertThat(inside(() -> consenting.noteWithdrawn(family, noor))).isFalse();
        assertThat(inside(() -> consenting.noteGiven(family, TODAY.plusDays(1), noor)))
                .isFalse();
        assertThat(inside(() -> consenting.noteGiven(family, TODAY.minusDays(7), noor)))
                .isTrue();
        assertThat(found(family))
                .contains(new Consent(
                        "2026-11",
                        Optional.empty(),
                        TODAY.minusDays(7),
                        Consent.Way.ORAL,
                        Optional.of("Noor"),
                        Optional.empty()));

        assertThat(inside(() -> consenting.noteWithdrawn(family, noor))).isTrue();

        assertThat(inside(() -> consenting.noteGiven(family, TODAY.minusDays(1), noor)))
                .isFalse();
        assertThat(found(family))
                .hasValueSatisfying(said -> assertThat(said.holds()).isFalse());
        assertThat(inside(() -> consenting.noteGiven(family, TODAY, noor))).isTrue();
        assertThat(found(family))
                .hasValueSatisfying(said -> assertThat(said.holds()).isTrue());
    }

    @Test
    void aCoordinatorWhoNotesThatAVolunteerTookItBackPausesThatVolunteer() {
        inside(() -> consenting.noteGiven(Person.of(anna), TODAY.minusDays(3), noor));

        assertThat(inside(() -> consenting.noteWithdrawn(Person.of(anna), noor)))
                .isTrue();

        assertThat(status(anna)).isEqualTo("f OTHER f");
        assertThat(inside(() -> jdbc.sql("select way from record_change where volunteer = :id and field = 'active'")
                        .param("id", anna.value())
                        .query(String.class)
                        .list()))
                .containsExactly("PAGE");
    }

    @Test
    void aVolunteerSeesAndSaysNothingForAnotherOrForAFamily() {
        gives(anna);
        inside(() -> consenting.noteGiven(family, TODAY, noor));

        assertThat(as(other, () -> consenting.find(Person.of(anna)))).isEmpty();
        assertThat(as(other, () -> consenting.find(family))).isEmpty();
        withdrawsFor(other, anna);
        assertThat(found(Person.of(anna)))
                .hasValueSatisfying(said -> assertThat(said.holds()).isTrue());
        for (Person not : List.of(Person.of(other), family)) {
            assertThatThrownBy(() -> as(
                            anna,
                            () -> new Consents(jdbc)
                                    .add(
                                            organisation,
                                            not,
                                            new Consents.Given(
                                                    "2027-01",
                                                    Optional.of("nl"),
                                                    TODAY,
                                                    Consent.Way.OWN_PAGE,
                                                    Optional.empty()))))
                    .isInstanceOf(DataAccessException.class)
                    .hasStackTraceContaining("row-level security");
        }
    }

    private void withdrawsFor(VolunteerId eyes, VolunteerId whom) {
        as(eyes, () -> {
            consenting.withdraw(own(whom));
            return whom;
        });
    }

    @Test
    void aFileDoesNotBringBackWhoTookConsentBack() {
        gives(anna);
        gives(other);
        withdraws(anna);

        town.saveIn(database);

        assertThat(active(anna)).isFalse();
        assertThat(active(other)).isTrue();
        gives(anna);
        town.saveIn(database);
        assertThat(active(anna)).as("agreed again").isTrue();
    }

    private boolean active(VolunteerId volunteer) {
        return inside(() -> jdbc.sql("select active from volunteer where id = :id")
                .param("id", volunteer.value())
                .query(Boolean.class)
                .single());
    }
}
