package nl.koppelwerk.fit;

import static nl.koppelwerk.domain.programme.Need.DUTCH_LANGUAGE;
import static nl.koppelwerk.domain.programme.Need.EDUCATION;
import static nl.koppelwerk.domain.programme.Need.FINANCE;
import static nl.koppelwerk.domain.programme.Need.HEALTH;
import static nl.koppelwerk.domain.programme.Need.HOUSING;
import static nl.koppelwerk.domain.programme.Need.OTHER_NEED;
import static nl.koppelwerk.domain.programme.Need.PARENTING;
import static nl.koppelwerk.domain.programme.Need.WORK;
import static nl.koppelwerk.example.AFamily.aFamily;
import static nl.koppelwerk.example.ANight.DAY;
import static nl.koppelwerk.example.ANight.aNight;
import static nl.koppelwerk.example.ANight.request;
import static nl.koppelwerk.example.AProgramme.aProgramme;
import static nl.koppelwerk.example.ARequest.aRequest;
import static nl.koppelwerk.example.AVolunteer.aVolunteer;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.koppelwerk.domain.language.Level;
import nl.koppelwerk.domain.place.Postcode;
import nl.koppelwerk.domain.programme.Audience;
import nl.koppelwerk.domain.programme.SupportKind;
import nl.koppelwerk.domain.volunteer.Gender;
import nl.koppelwerk.domain.volunteer.Limits;
import nl.koppelwerk.example.AFamily;
import nl.koppelwerk.example.ANight;
import nl.koppelwerk.example.AProgramme;
import nl.koppelwerk.example.ARequest;
import nl.koppelwerk.example.AVolunteer;
import nl.koppelwerk.fit.rule.Finding;
import nl.koppelwerk.sentence.Sentences;
import org.junit.jupiter.api.Test;

class RulesTest {
    private AProgramme programme = aProgramme();
    private ANight night = aNight();

    @Test
    void whatNoTestNamesIsAllowedByEveryRule() {
        assertThat(fit(aFamily(), aRequest(), aVolunteer()).obstacles()).isEmpty();
    }

    @Test
    void aRequestForABuddyGetsABuddy() {
        assertThat(obstacles(aFamily(), aRequest(), aVolunteer().kind(SupportKind.SUPPORT_FAMILY)))
                .containsExactly("same-kind: Het gezin vraagt een maatje, maar deze vrijwilliger is een steungezin.");
    }

    @Test
    void theVolunteerTakesPartInTheProgrammeOfTheRequest() {
        assertThat(obstacles(aFamily(), aRequest(), aVolunteer().in("STEUN", "BG")))
                .containsExactly("same-programme: De vrijwilliger doet niet mee aan Programma MAATJE.");
    }

    @Test
    void aProgrammeIsForFamiliesOfItsAreaOnly() {
        programme.meantFor(new Audience(Set.of(new Postcode(3022), new Postcode(3024)), Optional.empty(), false));

        assertThat(obstacles(aFamily().livingAt(3022), aRequest(), aVolunteer()))
                .isEmpty();
        assertThat(obstacles(aFamily().livingAt(3021), aRequest(), aVolunteer()))
                .containsExactly("programme-area: Het gezin woont op postcode 3021. Daar werkt Programma MAATJE niet.");
        assertThat(said(aFamily(), aRequest(), aVolunteer(), "target-group"))
                .isEqualTo("Dit programma stelt geen eisen aan het gezin.");
    }

    @Test
    void aProgrammeIsForFamiliesWithAChildOfItsAgeAndASchoolWhereItAsksForOne() {
        programme.meantFor(new Audience(Set.of(), Optional.of(new Audience.Ages(4, 12)), false));

        assertThat(obstacles(aFamily().withChildrenBornIn(2022, 2010), aRequest(), aVolunteer()))
                .isEmpty();
        assertThat(obstacles(aFamily().withChildrenBornIn(2023, 2013), aRequest(), aVolunteer()))
                .containsExactly("target-group: Het programma is voor gezinnen met een kind van 4 tot en met 12 jaar."
                        + " Dat klopt hier niet.");

        programme.meantFor(new Audience(Set.of(), Optional.of(new Audience.Ages(4, 12)), true));

        assertThat(obstacles(aFamily().withChildrenBornIn(2014), aRequest(), aVolunteer()))
                .containsExactly("target-group: Het programma is voor gezinnen met een kind van 4 tot en met 12 jaar"
                        + " waarvan de school bekend is. Dat klopt hier niet.");
        assertThat(obstacles(aFamily().withChildrenBornIn(2014).atSchool("De Klimop"), aRequest(), aVolunteer()))
                .isEmpty();
    }

    @Test
    void whatNobodyAskedAtTheIntakeStandsInNoPairsWayAndIsNamed() {
        night.leavingOpen("Pass", false);

        assertThat(obstacles(aFamily(), aRequest(), aVolunteer())).isEmpty();
        assertThat(said(aFamily(), aRequest(), aVolunteer(), "intake-conditions"))
                .isEqualTo("Nog te vragen aan het gezin: Pass in Dutch.");
    }

    @Test
    void aConditionThatTheFamilyDoesNotMeetForbidsAndIsSaidBeforeWhatIsNotAsked() {
        night.leavingOpen("Pass", false).leavingOpen("Visit", true);

        assertThat(obstacles(aFamily(), aRequest(), aVolunteer()))
                .containsExactly(
                        "intake-conditions: Volgens de intake voldoet het gezin hier niet aan: Visit in Dutch.");
        assertThat(Sentences.english()
                        .say(finding(aFamily(), aRequest(), aVolunteer(), "intake-conditions")
                                .sentence()))
                .isEqualTo("By its intake the family does not meet this: Visit in English.");
    }

    @Test
    void whoPausesIsNotProposed() {
        assertThat(obstacles(aFamily(), aRequest(), aVolunteer().paused()))
                .containsExactly("active: De vrijwilliger doet nu even niet mee.");
    }

    @Test
    void whoseAvailabilityIsUnknownIsNotAvailable() {
        assertThat(obstacles(aFamily(), aRequest(), aVolunteer().availableOn("")))
                .containsExactly(
                        "availability-known: We weten niet wanneer de vrijwilliger kan.",
                        "day-parts-shared: Ze kunnen geen enkel dagdeel allebei. Nodig: 1 dagdeel per week.");
    }

    @Test
    void availabilityHoldsForAsManyDaysAsTheProgrammeTrustsIt() {
        programme.trustingAvailabilityFor(45);

        assertThat(obstacles(aFamily(), aRequest(), aVolunteer().confirmedOn(DAY.minusDays(45))))
                .isEmpty();
        assertThat(obstacles(aFamily(), aRequest(), aVolunteer().confirmedOn(DAY.minusDays(46))))
                .containsExactly(
                        "availability-confirmed: De beschikbaarheid is voor het laatst bevestigd op 6 oktober 2026."
                                + " Dat is te lang geleden.");
        assertThat(obstacles(aFamily(), aRequest(), aVolunteer().neverConfirmed()))
                .containsExactly(
                        "availability-confirmed: De vrijwilliger heeft de beschikbaarheid nog nooit bevestigd.");
    }

    @Test
    void aScreeningCertificateCountsUntilItsAnniversary() {
        programme.screeningFor(4);

        assertThat(obstacles(aFamily(), aRequest(), aVolunteer().screenedOn(LocalDate.of(2022, 11, 22))))
                .isEmpty();
        assertThat(obstacles(aFamily(), aRequest(), aVolunteer().screenedOn(LocalDate.of(2022, 11, 21))))
                .containsExactly("screening-valid: De VOG geldt niet meer sinds 21 november 2026.");
        assertThat(obstacles(aFamily(), aRequest(), aVolunteer().unscreened()))
                .containsExactly("screening-valid: Er is geen geldige VOG bekend.");
        assertThat(obstacles(aFamily(), aRequest(), aVolunteer().screenedOn(DAY.plusDays(1))))
                .containsExactly("screening-valid: Er is geen geldige VOG bekend.");
    }

    @Test
    void trainingIsDoneWhereTheRequestAsksForIt() {
        assertThat(obstacles(aFamily(), aRequest(), aVolunteer().untrained())).isEmpty();
        assertThat(obstacles(
                        aFamily(), aRequest().needingTraining(), aVolunteer().untrained()))
                .containsExactly(
                        "training-done: Hier is een training voor nodig. De vrijwilliger heeft die nog niet gedaan.");
    }

    @Test
    void aBlockedPairIsNotProposedUntilTheBlockEnds() {
        night.blockingUntil(DAY, "F-1", "W-1").blocking("F-1", "W-2");

        assertThat(obstacles(aFamily(), aRequest(), aVolunteer())).isEmpty();

        night.blockingUntil(DAY.plusDays(1), "F-1", "W-1");

        assertThat(obstacles(aFamily(), aRequest(), aVolunteer()))
                .containsExactly("not-blocked: Dit gezin en deze vrijwilliger zijn eerder voor elkaar afgewezen of"
                        + " uitgesloten.");
    }

    @Test
    void nobodyIsPairedWithTheOwnHouseholdOrOneThatHelpsIt() {
        night.tied("W-1", "F-2").tied("W-2", "F-1");

        assertThat(obstacles(aFamily(), aRequest(), aVolunteer())).isEmpty();

        night.tied("W-1", "F-1");

        assertThat(obstacles(aFamily(), aRequest(), aVolunteer()))
                .containsExactly(
                        "other-household: Het gezin en de vrijwilliger horen al op een andere manier bij elkaar.");
    }

    @Test
    void thatAFamilyIsTiedToSomebodyIsNotSaidOfAPairWithAnother() {
        night.tied("W-2", "F-1");

        assertThat(fit(aFamily(), aRequest(), aVolunteer()).reasons())
                .extracting(Finding::rule)
                .doesNotContain("other-household", "ready-to-give");
    }

    @Test
    void aParentWhoGetsHelpGivesItOnceTheOwnProgrammeSaysSo() {
        night.later("W-2");

        assertThat(obstacles(aFamily(), aRequest(), aVolunteer())).isEmpty();

        night.later("W-1");

        assertThat(obstacles(aFamily(), aRequest(), aVolunteer()))
                .containsExactly("ready-to-give: De vrijwilliger begint later met helpen.");
    }

    @Test
    void nobodyLivesFurtherApartThanTheProgrammeAllows() {
        programme.within(2999);

        assertThat(obstacles(aFamily(), aRequest(), aVolunteer().livingAt(3024)))
                .containsExactly(
                        "programme-distance: Ze wonen 3,0 km van elkaar. Het programma koppelt maar tot 3,0" + " km.");

        programme.within(3001);

        assertThat(obstacles(aFamily(), aRequest(), aVolunteer().livingAt(3024)))
                .isEmpty();
    }

    @Test
    void anUnknownPostcodeIsTooFar() {
        assertThat(obstacles(aFamily(), aRequest(), aVolunteer().livingAt(9999)))
                .first()
                .isEqualTo("programme-distance: Van een van beiden is de postcode niet bekend, dus ook de afstand"
                        + " niet.");
    }

    @Test
    void theFamilySetsADistance() {
        assertThat(obstacles(aFamily(), aRequest().within(3999), aVolunteer().livingAt(3025)))
                .containsExactly(
                        "family-distance: Ze wonen 4,0 km van elkaar, maar het gezin wil iemand binnen 4,0 km.");
        assertThat(obstacles(aFamily(), aRequest().within(4001), aVolunteer().livingAt(3025)))
                .isEmpty();
    }

    @Test
    void theVolunteerTravelsNoFurtherThanTheirLimit() {
        assertThat(obstacles(aFamily(), aRequest(), aVolunteer().livingAt(3027).travelling(5500)))
                .containsExactly(
                        "travel-limit: Ze wonen 6,0 km van elkaar, maar de vrijwilliger reist niet verder dan 5,5 km.");
    }

    @Test
    void bothSpeakOneLanguageAtTheLevelOfTheProgramme() {
        programme.talkingAt(Level.B1);

        assertThat(obstacles(
                        aFamily().speaking("nld:A2 tir:C2"),
                        aRequest(),
                        aVolunteer().speaking("nld:C2 eng:B2")))
                .containsExactly("shared-language: Ze delen geen taal op niveau B1 of hoger."
                        + " Talen van het gezin: Nederlands en Tigrinya."
                        + " Talen van de vrijwilliger: Engels en Nederlands.");
        assertThat(obstacles(
                        aFamily().speaking("nld:A2 tir:C2"),
                        aRequest(),
                        aVolunteer().speaking("tir:B1")))
                .isEmpty();
    }

    @Test
    void onlyAWomanComesWhereTheFamilyWishesSo() {
        assertThat(obstacles(aFamily(), aRequest().fromAWoman(), aVolunteer().gender(Gender.MAN)))
                .containsExactly("woman-only: Het gezin wil alleen een vrouw. Dat is deze vrijwilliger niet.");
        assertThat(obstacles(aFamily(), aRequest(), aVolunteer().gender(Gender.MAN)))
                .isEmpty();
    }

    @Test
    void petsStayAwayFromWhoAvoidsThem() {
        Limits noPets = new Limits(0, 18, 6, true, true, Set.of());

        assertThat(obstacles(aFamily(), aRequest().withoutPets(), aVolunteer().withPets()))
                .containsExactly("volunteer-pets: Het gezin wil geen huisdieren, maar de vrijwilliger heeft ze wel.");
        assertThat(obstacles(aFamily().withPets(), aRequest(), aVolunteer().limitedTo(noPets)))
                .containsExactly("family-pets: De vrijwilliger wil geen huisdieren, maar het gezin heeft ze wel.");
        assertThat(obstacles(aFamily().withPets(), aRequest(), aVolunteer().withPets()))
                .isEmpty();
    }

    @Test
    void peopleOfOneStreetStayApartWhereTheFamilyWishesSo() {
        AFamily family = aFamily().inStreet("Nieuwe Binnenweg");

        assertThat(obstacles(
                        family,
                        aRequest().fromAnotherStreet(),
                        aVolunteer().livingAt(3023).inStreet("nieuwe  binnenweg ")))
                .containsExactly("other-street: Ze wonen in dezelfde straat. Dat wil het gezin niet.");
        assertThat(obstacles(family, aRequest(), aVolunteer().inStreet("Nieuwe Binnenweg")))
                .isEmpty();
        assertThat(said(family, aRequest().fromAnotherStreet(), aVolunteer(), "other-street"))
                .isEqualTo("Het gezin wil niemand uit dezelfde straat. Vraag dit na: een van de straten is niet"
                        + " bekend.");
    }

    @Test
    void peopleOfOneSchoolStayApartWhereTheFamilyWishesSo() {
        AFamily family = aFamily().atSchool("De Regenboog");

        assertThat(obstacles(
                        family, aRequest().fromAnotherSchool(), aVolunteer().atSchool("de regenboog")))
                .containsExactly("other-school: De kinderen zitten op dezelfde school. Dat wil het gezin niet.");
        assertThat(obstacles(
                        family, aRequest().fromAnotherSchool(), aVolunteer().atSchool("De Klimop")))
                .isEmpty();
    }

    @Test
    void allChildrenUnderEighteenHaveAnAgeThatTheVolunteerWillWorkWith() {
        Limits fourToEleven = new Limits(4, 11, 6, true, false, Set.of());

        assertThat(obstacles(
                        aFamily().withChildrenBornIn(2022, 2015, 2007),
                        aRequest(),
                        aVolunteer().limitedTo(fourToEleven)))
                .isEmpty();
        assertThat(obstacles(
                        aFamily().withChildrenBornIn(2023, 2018),
                        aRequest(),
                        aVolunteer().limitedTo(fourToEleven)))
                .containsExactly("children-ages: Leeftijd van de kinderen: 3 tot en met 8 jaar."
                        + " De vrijwilliger wil kinderen van 4 tot en met 11 jaar.");
        assertThat(obstacles(
                        aFamily().withChildrenBornIn(2014),
                        aRequest(),
                        aVolunteer().limitedTo(fourToEleven)))
                .containsExactly("children-ages: Leeftijd van de kinderen: 12 jaar."
                        + " De vrijwilliger wil kinderen van 4 tot en met 11 jaar.");
    }

    @Test
    void thereAreNoMoreChildrenThanTheVolunteerCanTakeOn() {
        Limits two = new Limits(0, 18, 2, true, false, Set.of());

        assertThat(obstacles(
                        aFamily().withChildrenBornIn(2020, 2018, 2016),
                        aRequest(),
                        aVolunteer().limitedTo(two)))
                .containsExactly("children-number: Er zijn 3 kinderen. De vrijwilliger kan er hoogstens 2 aan.");
        assertThat(obstacles(
                        aFamily().withChildrenBornIn(2020, 2018, 2001),
                        aRequest(),
                        aVolunteer().limitedTo(two)))
                .isEmpty();
    }

    @Test
    void aHeavyCaseGoesToWhoIsWilling() {
        Limits notHeavy = new Limits(0, 18, 6, false, false, Set.of());

        assertThat(obstacles(aFamily(), aRequest().heavy(), aVolunteer().limitedTo(notHeavy)))
                .containsExactly("heavy-welcome: De hulpvraag is zwaar en dat wil de vrijwilliger niet.");
        assertThat(obstacles(aFamily(), aRequest(), aVolunteer().limitedTo(notHeavy)))
                .isEmpty();
    }

    @Test
    void theVolunteerHasTheHours() {
        assertThat(obstacles(aFamily(), aRequest().asking("2.75"), aVolunteer().having("2.5")))
                .containsExactly("hours-enough: Nodig: 2,75 uur per week. De vrijwilliger heeft maar 2,5 uur.");
        assertThat(obstacles(aFamily(), aRequest().asking("2.5"), aVolunteer().having("2.5")))
                .isEmpty();
    }

    @Test
    void asManyDayPartsSuitBothAsAreAsked() {
        ARequest three = aRequest().on(3, "mon-morning tue-evening wed-afternoon sat-morning");

        assertThat(obstacles(aFamily(), three, aVolunteer().availableOn("tue-evening wed-afternoon sun-night")))
                .containsExactly("day-parts-shared: Ze kunnen maar 2 dagdelen allebei. Nodig: 3 dagdelen per week.");
        assertThat(obstacles(
                        aFamily(), three, aVolunteer().availableOn("tue-evening wed-afternoon sat-morning fri-night")))
                .isEmpty();
        assertThat(said(
                        aFamily(),
                        three,
                        aVolunteer().availableOn("tue-evening wed-afternoon sat-morning fri-night"),
                        "day-parts-shared"))
                .isEqualTo("Ze kunnen allebei op: dinsdagavond, woensdagmiddag en zaterdagochtend. Nodig: 3 dagdelen"
                        + " per week.");
    }

    @Test
    void theVolunteerCanWorkOnAtLeastHalfOfTheNeedsForAVolunteer() {
        ARequest five = aRequest().needing(FINANCE, HOUSING, HEALTH, PARENTING, WORK, OTHER_NEED);

        assertThat(obstacles(aFamily(), five, aVolunteer().skilledIn(FINANCE, WORK, OTHER_NEED, DUTCH_LANGUAGE)))
                .containsExactly("needs-covered: De vrijwilliger kan helpen met 2 van de 5 hulpvragen. Dat is minder"
                        + " dan de helft. Niet met: wonen, gezondheid en opvoeding.");
        assertThat(obstacles(aFamily(), five, aVolunteer().skilledIn(FINANCE, WORK, HEALTH)))
                .isEmpty();
        assertThat(obstacles(
                        aFamily(), aRequest().needing(OTHER_NEED), aVolunteer().skilledIn(EDUCATION)))
                .isEmpty();
    }

    @Test
    void nobodyWorksOnNeedsTheyDoNotWant() {
        assertThat(obstacles(
                        aFamily(),
                        aRequest().needing(PARENTING, FINANCE, OTHER_NEED),
                        aVolunteer().avoiding(FINANCE, HOUSING)))
                .containsExactly("needs-welcome: De vrijwilliger wil niet helpen met: geldzaken.");
        assertThat(obstacles(
                        aFamily(),
                        aRequest().needing(PARENTING, OTHER_NEED),
                        aVolunteer().avoiding(OTHER_NEED, HOUSING)))
                .isEmpty();
    }

    @Test
    void nearerGivesMorePoints() {
        programme.within(8000);

        assertThat(points(aFamily(), aRequest(), aVolunteer(), "near")).isEqualTo(1000);
        assertThat(points(aFamily(), aRequest(), aVolunteer().livingAt(3023), "near"))
                .isEqualTo(750);
        assertThat(points(aFamily(), aRequest(), aVolunteer().livingAt(3030), "near"))
                .isZero();
    }

    @Test
    void theMotherTongueOfBothGivesMostPoints() {
        AFamily family = aFamily().speaking("nld:A2 tur:C2");

        assertThat(points(family, aRequest(), aVolunteer().speaking("tur:C2"), "language-level"))
                .isEqualTo(1000);
        assertThat(points(family, aRequest(), aVolunteer().speaking("tur:B2"), "language-level"))
                .isEqualTo(750);
        assertThat(points(family, aRequest(), aVolunteer().speaking("nld:C2"), "language-level"))
                .isEqualTo(300);
        assertThat(said(family, aRequest(), aVolunteer().speaking("nld:C2"), "language-level"))
                .isEqualTo("Ze praten met elkaar in het Nederlands, maar niet zo makkelijk: een van beiden zit op"
                        + " niveau A2.");
    }

    @Test
    void moreOfTheNeedsGivesMorePoints() {
        ARequest three = aRequest().needing(FINANCE, HOUSING, PARENTING, OTHER_NEED);

        assertThat(points(aFamily(), three, aVolunteer().skilledIn(FINANCE, HOUSING), "needs-share"))
                .isEqualTo(666);
        assertThat(points(aFamily(), three, aVolunteer(), "needs-share")).isEqualTo(1000);
    }

    @Test
    void dayPartsToSpareGivePointsUpToFour() {
        ARequest one = aRequest().on(1, "mon-morning tue-morning wed-morning thu-morning fri-morning sat-morning");

        assertThat(points(
                        aFamily(),
                        one,
                        aVolunteer().availableOn("mon-morning tue-morning wed-morning thu-morning"),
                        "day-parts-to-spare"))
                .isEqualTo(750);
        assertThat(points(
                        aFamily(),
                        one,
                        aVolunteer()
                                .availableOn("mon-morning tue-morning wed-morning thu-morning fri-morning sat-morning"),
                        "day-parts-to-spare"))
                .isEqualTo(1000);
    }

    @Test
    void childrenWellWithinTheAgesGiveMorePoints() {
        AVolunteer fourToTen = aVolunteer().limitedTo(new Limits(4, 10, 6, true, false, Set.of()));

        assertThat(points(aFamily().withChildrenBornIn(2021, 2019), aRequest(), fourToTen, "ages-comfortable"))
                .isEqualTo(600);
        assertThat(points(aFamily().withChildrenBornIn(2019), aRequest(), fourToTen, "ages-comfortable"))
                .isEqualTo(1000);
        assertThat(points(aFamily().withChildrenBornIn(2022), aRequest(), fourToTen, "ages-comfortable"))
                .isEqualTo(400);
    }

    @Test
    void experienceIsKeptForHeavyCases() {
        assertThat(points(aFamily(), aRequest().heavy(), aVolunteer().experienced(3), "experience"))
                .isEqualTo(600);
        assertThat(points(aFamily(), aRequest().heavy(), aVolunteer().experienced(11), "experience"))
                .isEqualTo(1000);
        assertThat(points(aFamily(), aRequest(), aVolunteer().experienced(3), "experience"))
                .isEqualTo(700);
    }

    @Test
    void lastNightsProposalStaysAhead() {
        night.proposedBefore("V-1", "W-1");

        assertThat(points(aFamily(), aRequest(), aVolunteer(), "staying")).isEqualTo(1000);
        assertThat(points(aFamily(), aRequest(), aVolunteer("W-2"), "staying")).isZero();
    }

    @Test
    void childrenCountFromBirthUntilTheYearTheyTurnEighteen() {
        AVolunteer noChildren = aVolunteer().limitedTo(new Limits(0, 17, 0, true, false, Set.of()));

        assertThat(obstacles(aFamily().withChildrenBornIn(2008, 2027), aRequest(), noChildren))
                .isEmpty();
        assertThat(obstacles(aFamily().withChildrenBornIn(2009), aRequest(), noChildren))
                .containsExactly("children-number: Er is 1 kind. De vrijwilliger kan er hoogstens 0 aan.");
        assertThat(obstacles(aFamily().withChildrenBornIn(2026), aRequest(), noChildren))
                .containsExactly("children-number: Er is 1 kind. De vrijwilliger kan er hoogstens 0 aan.");
        assertThat(said(aFamily().withChildrenBornIn(2026), aRequest(), aVolunteer(), "children-ages"))
                .isEqualTo("Leeftijd van de kinderen: 0 jaar. De vrijwilliger wil kinderen van 0 tot en met 25 jaar.");
    }

    @Test
    void withoutChildrenEveryAgeIsComfortableAndTheOldestCountsAsMuchAsTheYoungest() {
        AVolunteer twoToNine = aVolunteer().limitedTo(new Limits(2, 9, 6, true, false, Set.of()));

        assertThat(points(aFamily().withChildrenBornIn(), aRequest(), twoToNine, "ages-comfortable"))
                .isEqualTo(1000);
        assertThat(points(aFamily().withChildrenBornIn(2021, 2018), aRequest(), twoToNine, "ages-comfortable"))
                .isEqualTo(600);
        assertThat(points(aFamily().withChildrenBornIn(2016), aRequest(), twoToNine, "ages-comfortable"))
                .isZero();
    }

    @Test
    void everyLevelOfSpeechHasItsPoints() {
        assertThat(List.of("A1", "A2", "B1", "B2", "C1", "C2"))
                .extracting(
                        level -> points(aFamily(), aRequest(), aVolunteer().speaking("nld:" + level), "language-level"))
                .containsExactly(100, 300, 550, 750, 900, 1000);
        assertThat(points(aFamily(), aRequest(), aVolunteer().speaking("tur"), "language-level"))
                .isZero();
    }

    @Test
    void aWishThatIsMetForbidsNobody() {
        Limits noPets = new Limits(0, 18, 6, true, true, Set.of());

        assertThat(obstacles(aFamily(), aRequest().withoutPets(), aVolunteer().limitedTo(noPets)))
                .isEmpty();
        assertThat(obstacles(
                        aFamily().inStreet("Kerkstraat"),
                        aRequest().fromAnotherStreet(),
                        aVolunteer().inStreet("Dorpsstraat")))
                .isEmpty();
        assertThat(said(aFamily().atSchool("De Klimop"), aRequest().fromAnotherSchool(), aVolunteer(), "other-school"))
                .isEqualTo("Het gezin wil niemand van dezelfde school. Vraag dit na: een van de scholen is niet"
                        + " bekend.");
    }

    @Test
    void whatNobodyAskedIsNotAmongTheReasons() {
        assertThat(fit(aFamily(), aRequest().needing(OTHER_NEED), aVolunteer()).reasons())
                .extracting(Finding::rule)
                .doesNotContain(
                        "woman-only",
                        "needs-covered",
                        "needs-share",
                        "needs-welcome",
                        "training-done",
                        "heavy-welcome",
                        "staying")
                .contains("near", "shared-language", "hours-enough");
        assertThat(fit(aFamily(), aRequest(), aVolunteer().avoiding(FINANCE)).reasons())
                .extracting(Finding::rule)
                .contains("needs-covered", "needs-share", "needs-welcome");
    }

    @Test
    void theProgrammeSetsTheWeights() {
        programme.weighing("near", 40).weighing("language-level", 0).within(8000);

        Fit fit = fit(
                aFamily(),
                aRequest(),
                aVolunteer().livingAt(3027).skilledIn(PARENTING).experienced(0));

        // near 40 x 250, needs 20 x 1000, day-parts 8 x 250, experience 7 x 1000, ages 5 x 1000, staying 0
        assertThat(fit.value()).isEqualTo(10_000 + 20_000 + 2_000 + 7_000 + 5_000);
        assertThat(fit.percent()).isEqualTo(44_000 * 100 / 85_000);
    }

    private Fit fit(AFamily family, ARequest asked, AVolunteer offered) {
        Sides sides = new Sides(
                night.with(programme).with(family).with(asked).with(offered).build());
        Fit fit = Rules.judge(sides.getPair(
                request("V-1"), sides.snapshot().volunteers().getLast().id()));
        night.clearPeople();
        return fit;
    }

    private List<String> obstacles(AFamily family, ARequest asked, AVolunteer offered) {
        return fit(family, asked, offered).obstacles().stream()
                .map(finding -> finding.rule() + ": " + Sentences.dutch().say(finding.sentence()))
                .toList();
    }

    private int points(AFamily family, ARequest asked, AVolunteer offered, String rule) {
        return finding(family, asked, offered, rule).points();
    }

    private String said(AFamily family, ARequest asked, AVolunteer offered, String rule) {
        return Sentences.dutch().say(finding(family, asked, offered, rule).sentence());
    }

    private Finding finding(AFamily family, ARequest asked, AVolunteer offered, String rule) {
        return fit(family, asked, offered).findings().stream()
                .filter(finding -> finding.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }
}
