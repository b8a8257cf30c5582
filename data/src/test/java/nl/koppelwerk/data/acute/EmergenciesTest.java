package nl.koppelwerk.data.acute;

import static nl.koppelwerk.data.signup.SignUp.Signal.DANGER;
import static nl.koppelwerk.data.signup.SignUp.Signal.EMPTY_FRIDGE;
import static nl.koppelwerk.data.signup.SignUp.Signal.EVICTION;
import static nl.koppelwerk.data.signup.SignUp.Signal.VIOLENCE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import nl.koppelwerk.data.account.Account;
import nl.koppelwerk.data.account.Accounts;
import nl.koppelwerk.data.acute.CrisisLines.CrisisLine;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.data.person.By;
import nl.koppelwerk.data.signin.Secrets;
import nl.koppelwerk.data.signup.Registrations;
import nl.koppelwerk.data.signup.SignUp;
import nl.koppelwerk.data.signup.SignUp.Signal;
import nl.koppelwerk.data.store.Town;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.language.Languages;
import nl.koppelwerk.domain.pairing.Side;
import nl.koppelwerk.domain.place.Postcode;
import nl.koppelwerk.domain.programme.Need;
import nl.koppelwerk.domain.week.DayParts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(DatabaseExtension.class)
class EmergenciesTest {
    private static final Instant NOW = Instant.parse("2026-03-17T09:30:00Z");
    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    private final TestDatabase database;
    private final JdbcClient jdbc;
    private final Town town;
    private final By noor;
    private final By bas;

    EmergenciesTest(TestDatabase database, TestInfo test) {
        this.database = database;
        this.jdbc = database.jdbc();
        this.town = Town.of(database.organisation(test.getDisplayName()), 5, 3);
        town.saveIn(database);
        this.noor = account("Noor", test);
        this.bas = account("Bas", test);
    }

    private By account(String name, TestInfo test) {
        UUID id = UUID.nameUUIDFromBytes((name + test.getDisplayName()).getBytes(StandardCharsets.UTF_8));
        new Accounts(jdbc, database.scope())
                .save(new Account(
                        id,
                        town.organisation(),
                        id + "@koppelwerk.example",
                        name,
                        "{noop}x",
                        Account.Role.COORDINATOR,
                        true));
        return new By(town.organisation(), id);
    }

    private static Clock clock(Duration later) {
        return Clock.fixed(NOW.plus(later), ZONE);
    }

    private Emergencies emergencies(Duration later) {
        return new Emergencies(jdbc, new Audit(jdbc, clock(later)), clock(later));
    }

    private <T> T inside(Supplier<T> work) {
        return database.scope().inside(town.organisation(), work);
    }

    private FamilyId family(int number) {
        return town.families().get(number).id();
    }

    private List<String> audited(UUID whose) {
        return inside(() -> jdbc.sql("select action || ' ' || object_type || ' ' || detail::text from audit_entry"
                        + " where object_id = :id order by number")
                .param("id", whose.toString())
                .query((row, number) -> row.getString(1))
                .list());
    }

    @Test
    void whatIsNotedIsThatCoordinatorsUntilSomebodySaysWhatWasDone() {
        assertThat(inside(() -> emergencies(Duration.ZERO).note(family(2), Set.of(EVICTION), noor)))
                .isTrue();
        Emergency open = inside(() -> emergencies(Duration.ZERO).open()).getFirst();
        assertThat(open.name()).isEqualTo(town.families().get(2).name());
        assertThat(open.taken()).contains(new Emergency.Taken(noor.account(), "Noor", NOW));

        Duration anHour = Duration.ofHours(1);
        assertThat(inside(() -> emergencies(anHour).take(open.id(), bas))).isTrue();
        assertThat(inside(() -> emergencies(anHour).handle(open.id(), " nee ", bas)))
                .isFalse();
        assertThat(inside(() -> emergencies(anHour).open()).getFirst().taken())
                .contains(new Emergency.Taken(bas.account(), "Bas", NOW.plus(anHour)));
        assertThat(inside(() -> emergencies(anHour).handle(open.id(), " Verhuurder gebeld, uitstel tot mei. ", bas)))
                .isTrue();

        assertThat(inside(() -> emergencies(anHour).open())).isEmpty();
        assertThat(inside(() -> emergencies(anHour).of(family(2).value()))
                        .getFirst()
                        .handled())
                .contains(new Emergency.Handled("Bas", NOW.plus(anHour), "Verhuurder gebeld, uitstel tot mei."));
        assertThat(inside(() -> emergencies(anHour).handle(open.id(), "Nog een keer", noor)))
                .isFalse();
        assertThat(inside(() -> emergencies(anHour).take(open.id(), noor))).isFalse();
    }

    @Test
    void eachStepIsInTheAuditLogWithoutWords() {
        inside(() -> emergencies(Duration.ZERO).note(family(3), Set.of(EMPTY_FRIDGE), noor));
        UUID id = inside(() -> emergencies(Duration.ZERO).open()).getFirst().id();
        inside(() -> emergencies(Duration.ZERO).take(id, bas));
        inside(() -> emergencies(Duration.ZERO).handle(id, "Voedselbank gebeld", bas));

        assertThat(audited(family(3).value()))
                .containsExactly(
                        "ADDED FAMILY {\"what\": \"emergency\", \"signals\": \"EMPTY_FRIDGE\"}",
                        "CHANGED FAMILY {\"what\": \"emergency-taken\"}",
                        "DECIDED FAMILY {\"what\": \"emergency-handled\"}");
    }

    @Test
    void whatIsOpenGetsWhatIsNewAndNothingTwice() {
        inside(() -> emergencies(Duration.ZERO).note(family(1), Set.of(EVICTION), noor));

        assertThat(inside(() -> emergencies(Duration.ZERO).note(family(1), Set.of(EVICTION), bas)))
                .isFalse();
        assertThat(inside(() -> emergencies(Duration.ZERO).note(family(1), Set.of(DANGER, EVICTION), bas)))
                .isTrue();
        assertThat(inside(() -> emergencies(Duration.ZERO).open()))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.signals()).containsExactly(DANGER, EVICTION);
                    assertThat(one.isTakenBy(noor.account())).isTrue();
                });
    }

    private Registrations registrations() {
        return new Registrations(
                jdbc,
                database.scope(),
                new Secrets(new SecureRandom()),
                new Audit(jdbc, clock(Duration.ZERO)),
                clock(Duration.ZERO));
    }

    private UUID signedUp(Signal... signals) {
        SignUp said = new SignUp(
                Side.FAMILY,
                new SignUp.Contact("Gezin Tesfay", Optional.empty(), Optional.of("06 5550 0101"), new Postcode(3021)),
                new SignUp.Wish(
                        Languages.parse("tir:C2"),
                        new DayParts(7),
                        Optional.empty(),
                        Optional.empty(),
                        Set.of(Need.PARENTING),
                        List.of(2020),
                        Set.of(signals)),
                Optional.of(new SignUp.Referrer(
                        SignUp.ReferrerKind.SCHOOL,
                        "M. Visser",
                        "De Regenboog",
                        Optional.empty(),
                        Optional.of("010 555 01 02"),
                        false)),
                new SignUp.Consent("2026-11", "nl"));
        return inside(() -> registrations()
                .add(
                        town.organisation(),
                        said,
                        Secrets.hash(town.organisation().value().toString()))
                .orElseThrow()
                .id());
    }

    @Test
    void whatAFamilySaysItselfWaitsForSomebodyAndGoesAlongWhenItIsTakenOver() {
        UUID registration = signedUp(VIOLENCE, EMPTY_FRIDGE);
        Emergency open = inside(() -> emergencies(Duration.ZERO).open()).getFirst();
        assertThat(open.whose())
                .isEqualTo(new Emergency.Whose(registration, true, "Rotterdam", Optional.of("06 5550 0101")));
        assertThat(open.notedBy()).isEmpty();
        assertThat(open.taken()).isEmpty();
        assertThat(open.helplines()).containsExactly(Helpline.EMERGENCY, Helpline.SAFE_AT_HOME);
        inside(() -> emergencies(Duration.ZERO).note(family(2), Set.of(EVICTION), noor));

        assertThat(inside(() -> registrations().takeOver(registration, family(2).value(), bas)))
                .isTrue();

        assertThat(inside(() -> emergencies(Duration.ZERO).open()))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.whose().id()).isEqualTo(family(2).value());
                    assertThat(one.signals()).containsExactly(VIOLENCE, EMPTY_FRIDGE, EVICTION);
                });
        assertThat(inside(() -> jdbc.sql("select question || ' ' || answer from intake_answer order by 1")
                        .query((row, number) -> row.getString(1))
                        .list()))
                .containsExactly("referrer SCHOOL", "referrer-name De Regenboog");
    }

    @Test
    void whatNobodyDealtWithDoesNotGoWithARegistrationThatWasDeclined() {
        UUID registration = signedUp(Signal.EXHAUSTED);
        inside(() -> registrations().decline(registration, noor));
        inside(() ->
                jdbc.sql("update registration set decided_at = '2025-01-01'").update());

        assertThat(inside(() -> registrations().sweep())).isZero();
        UUID open = inside(() -> emergencies(Duration.ZERO).open()).getFirst().id();
        inside(() -> emergencies(Duration.ZERO).handle(open, "Gebeld, het gaat weer.", noor));
        assertThat(inside(() -> registrations().sweep())).isEqualTo(1);
    }

    @Test
    void whoIsLimitedToAnotherMunicipalitySeesNothingOfIt() {
        inside(() -> emergencies(Duration.ZERO).note(family(1), Set.of(DANGER), noor));
        signedUp(DANGER);
        inside(() -> jdbc.sql("insert into account_municipality (organisation, account, municipality)"
                        + " values (:o, :a, 'Schiedam')")
                .param("o", town.organisation().value())
                .param("a", bas.account())
                .update());
        OrganisationScope limited =
                new OrganisationScope(jdbc, database.transactions(), () -> Optional.of(bas.account()));
        UUID id = inside(() -> emergencies(Duration.ZERO).open()).getFirst().id();

        assertThat(inside(() -> emergencies(Duration.ZERO).open())).hasSize(2);
        assertThat(limited.inside(
                        town.organisation(), () -> emergencies(Duration.ZERO).open()))
                .isEmpty();
        assertThat(limited.inside(
                        town.organisation(), () -> emergencies(Duration.ZERO).take(id, bas)))
                .isFalse();
    }

    @Test
    void everySignHasANumberOfTheCountryOrSomethingToDoAndEachNumberItsSource() {
        assertThat(Helpline.of(EnumSet.allOf(Signal.class))).containsExactly(Helpline.values());
        assertThat(List.of(Helpline.values()))
                .allSatisfy(line -> assertThat(line.source()).startsWith("https://"))
                .extracting(Helpline::number)
                .containsExactly("112", "0800-2000", "0800-0113");
        assertThat(Helpline.of(Set.of(EMPTY_FRIDGE, EVICTION))).isEmpty();
    }

    @Test
    void aCrisisServiceIsRefusedWithWhatIsWrongWithIt() {
        CrisisLines lines = new CrisisLines(jdbc, new Audit(jdbc, clock(Duration.ZERO)));
        LocalDate today = LocalDate.of(2026, 3, 17);
        CrisisLine good = new CrisisLine("Rotterdam", "Crisisdienst", "14 010", "rotterdam.nl", today);
        Map<CrisisLine, CrisisLines.Outcome> offered = Map.of(
                good,
                CrisisLines.Outcome.KEPT,
                new CrisisLine("Rotterdm", "Crisisdienst", "14 010", "rotterdam.nl", today),
                CrisisLines.Outcome.UNKNOWN_MUNICIPALITY,
                new CrisisLine("Rotterdam", " ", "14 010", "rotterdam.nl", today),
                CrisisLines.Outcome.WRONG_NAME,
                new CrisisLine("Rotterdam", "Crisisdienst", "bel ons", "rotterdam.nl", today),
                CrisisLines.Outcome.WRONG_PHONE,
                new CrisisLine("Rotterdam", "Crisisdienst", "14 010", "", today),
                CrisisLines.Outcome.WRONG_SOURCE,
                new CrisisLine("Rotterdam", "Crisisdienst", "14 010", "rotterdam.nl", today.plusDays(1)),
                CrisisLines.Outcome.LATER_THAN_TODAY);

        offered.forEach((line, outcome) -> assertThat(inside(() -> lines.keep(line, today, noor)))
                .as(line.toString())
                .isEqualTo(outcome));

        assertThat(inside(lines::list)).containsExactly(good);
        assertThat(inside(() -> lines.remove("Rotterdam", noor))).isTrue();
        assertThat(inside(() -> lines.remove("Rotterdam", noor))).isFalse();
    }
}
