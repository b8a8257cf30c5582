package nl.koppelwerk.recruit.flyer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.koppelwerk.domain.language.Language;
import nl.koppelwerk.domain.language.Languages;
import nl.koppelwerk.domain.place.Coordinates;
import nl.koppelwerk.domain.place.Place;
import nl.koppelwerk.domain.place.Postcode;
import nl.koppelwerk.domain.programme.SupportKind;
import nl.koppelwerk.domain.week.DayParts;
import org.junit.jupiter.api.Test;

class FlyerTest {
    private final List<WaitingFamily> waiting = new ArrayList<>();

    @Test
    void aLanguageIsNamedFromFiveFamiliesThatNeedIt() {
        waiting(4, 3021, "tir:C1");
        waiting(1, 3029, "tir:C1");
        waiting(4, 3022, "pol:C1");
        waiting(6, 3023, "tur:C1 nld:B2");

        Flyer flyer = Flyer.around(place(3021), waiting);

        assertThat(flyer.area().beginning()).isEqualTo("302");
        assertThat(flyer.languages()).containsExactly(new Language("tir"));
        assertThat(flyer.elsewhere()).isEmpty();
    }

    @Test
    void aLanguageOfTheWholeTownIsNotSaidToBeOfTheNeighbourhood() {
        waiting(9, 3021, "nld:C2");
        waiting(1, 3021, "tir:C1");
        waiting(4, 3065, "tir:C1");
        waiting(4, 3065, "pol:C1");

        Flyer flyer = Flyer.around(place(3021), waiting);

        assertThat(flyer.languages()).isEmpty();
        assertThat(flyer.elsewhere()).containsExactly(new Language("tir"));
    }

    @Test
    void theOneFamilyOfALanguageIsNotToldToItsStreet() {
        waiting(9, 3021, "nld:C2");
        waiting(1, 3021, "tir:C1");

        assertThat(Flyer.around(place(3021), waiting).languages()).isEmpty();
    }

    @Test
    void whereFewWaitTheFlyerIsForTheWholeTown() {
        waiting(4, 3031, "tir:C1");
        waiting(3, 3051, "tir:C1");

        Flyer flyer = Flyer.around(place(3031), waiting);

        assertThat(flyer.area().isWholeTown()).isTrue();
        assertThat(flyer.familiesWait()).isTrue();
        assertThat(flyer.languages()).containsExactly(new Language("tir"));
    }

    @Test
    void ofATownWithFewFamiliesNothingIsSaid() {
        waiting(4, 3031, "tir:C1");

        Flyer flyer = Flyer.around(place(3031), waiting);

        assertThat(flyer.familiesWait()).isFalse();
        assertThat(flyer.kinds()).isEmpty();
        assertThat(flyer.languages()).isEmpty();
        assertThat(flyer.parts()).isEmpty();
    }

    @Test
    void thoseOfAnotherTownDoNotCount() {
        waiting(4, 3031, "tir:C1");
        waiting.add(new WaitingFamily(
                new Place(new Postcode(3032), new Coordinates(51.9, 4.4), "Schiedam", "Schiedam"),
                Languages.parse("tir:C1"),
                Set.of(SupportKind.BUDDY),
                DayParts.parse("wed-afternoon")));

        assertThat(Flyer.around(place(3031), waiting).familiesWait()).isFalse();
    }

    @Test
    void theWeekHasThreePieces() {
        for (int i = 0; i < 5; i++) {
            waiting.add(family(3021, "nld:C2", i < 4 ? "sat-morning fri-evening" : "tue-evening"));
        }

        assertThat(Flyer.around(place(3021), waiting).parts()).containsExactly(PartOfWeek.EVENINGS);
    }

    private void waiting(int number, int postcode, String languages) {
        for (int i = 0; i < number; i++) {
            waiting.add(family(postcode, languages, "wed-afternoon"));
        }
    }

    private static WaitingFamily family(int postcode, String languages, String dayParts) {
        return new WaitingFamily(
                place(postcode), Languages.parse(languages), Set.of(SupportKind.BUDDY), DayParts.parse(dayParts));
    }

    private static Place place(int postcode) {
        return new Place(new Postcode(postcode), new Coordinates(51.9, 4.46), "Rotterdam", "Rotterdam");
    }
}
