package nl.koppelwerk.domain.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTest {
    @ParameterizedTest
    @ValueSource(strings = {"3021", "3021 AB", "3021ab", " 3021AB "})
    void aPostcodeIsReadToItsFourDigits(String text) {
        assertThat(Postcode.parse(text)).isEqualTo(new Postcode(3021));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0999", "30211", "302", "AB 3021", "3021 A", "٣٠٢١"})
    void whatIsNotAPostcodeIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Postcode.parse(text))
                .withMessageContaining(text);
    }

    @Test
    void rotterdamCentralToTheErasmusBridgeIsAlmostTwoKilometres() {
        Coordinates station = new Coordinates(51.9244, 4.4690);
        Coordinates bridge = new Coordinates(51.9090, 4.4868);

        // Great circle: 2,102 m (haversine with a radius of 6,371 km).
        assertThat(station.metresTo(bridge)).isCloseTo(2102, within(3)).isEqualTo(bridge.metresTo(station));
    }

    @Test
    void aPointThatIsNotOnEarthIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Coordinates(91, 4));
        assertThatIllegalArgumentException().isThrownBy(() -> new Coordinates(52, Double.NaN));
    }
}
