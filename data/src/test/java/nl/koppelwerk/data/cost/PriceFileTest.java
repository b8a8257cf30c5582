package nl.koppelwerk.data.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.koppelwerk.avoidedcost.price.CareUnit;
import nl.koppelwerk.avoidedcost.price.Money;
import nl.koppelwerk.avoidedcost.price.Payer;
import nl.koppelwerk.avoidedcost.price.Product;
import nl.koppelwerk.avoidedcost.price.PublishedPrices;
import nl.koppelwerk.avoidedcost.price.UnitPrice;
import nl.koppelwerk.data.format.WrongFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceFileTest {
    private static final String HEADINGS =
            "productcategorie;productcode;naam;wet;eenheid;prijs;hoogste prijs;prijsjaar;bron\n";

    @TempDir
    Path folder;

    @Test
    void aRowIsAPriceWithItsSource() throws Exception {
        PriceFile file =
                read("45;45A05;Ambulante begeleiding;Jeugdwet;uur;€ 61,20;73,5;2025;Contract 2025, bijlage 3\n");

        assertThat(file.refused()).isEmpty();
        assertThat(file.prices())
                .containsExactly(new UnitPrice(
                        new Product("45", "45A05"),
                        "Ambulante begeleiding",
                        Payer.JEUGDWET,
                        CareUnit.HOUR,
                        new Money(6120),
                        new Money(7350),
                        2025,
                        "Contract 2025, bijlage 3",
                        UnitPrice.Origin.CONTRACT));
    }

    @Test
    void aPriceWithoutASourceIsRefused() throws Exception {
        PriceFile file = read("""
                45;45A05;Begeleiding;Jeugdwet;uur;61,20;;2025;
                44;44B01;Logeren;wmo;etmaal;180,97;207,47;2025;Verordening 2025
                """);

        assertThat(file.prices()).extracting(UnitPrice::name).containsExactly("Logeren");
        assertThat(file.refused()).singleElement().satisfies(refused -> {
            assertThat(refused.row()).isEqualTo(2);
            assertThat(refused.column()).isEqualTo("bron");
            assertThat(refused.reason().dutch()).startsWith("De bron ontbreekt");
        });
    }

    @Test
    void everyMistakeOfARowIsNamed() throws Exception {
        PriceFile file = read("4;;Begeleiding;AOW;kwartier;gratis;;20;Brief\n");

        assertThat(file.prices()).isEmpty();
        assertThat(file.refused())
                .extracting(PriceFile.Refused::column)
                .containsExactly("productcategorie", "productcode", "prijs");
    }

    @Test
    void theSecondOfTwoPricesForTheSameIsRefused() throws Exception {
        PriceFile file = read("""
                45;45A05;Begeleiding;Jeugdwet;uur;61,20;;2025;Brief
                45;45A05;Begeleiding;Jeugdwet;uur;63,70;;2025;Brief
                45;45A05;Begeleiding;Jeugdwet;uur;58,10;;2024;Brief
                """);

        assertThat(file.prices()).extracting(price -> price.low().cents()).containsExactly(6120L, 5810L);
        assertThat(file.refused())
                .extracting(refused -> refused.row() + " " + refused.reason().dutch())
                .containsExactly("3 Deze prijs staat ook in rij 2.");
    }

    @Test
    void whatIsWrittenReadsBackAsItWas() throws Exception {
        PriceFile file = new PriceFile(PublishedPrices.all(), List.of());

        assertThat(PriceFile.read(write(file.asText()), "terug.csv")).isEqualTo(file);
    }

    @Test
    void aFileThatIsNoPriceListIsRefusedWhole() {
        assertThatThrownBy(() -> PriceFile.read(write("naam;leeftijd\nJan;5\n"), "lijst.csv"))
                .isInstanceOf(WrongFileException.class)
                .hasMessageContaining("lijst.csv");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "€ 1.045,77|104577",
                "45,7|4570",
                "45.77|4577",
                "142|14200",
                "1.234|123400",
                "12345,5|1234550",
                "45,777|",
                "-5|",
                "1.2.3|",
                "''|"
            })
    void anAmountIsReadToTheCentOrNotAtAll(String text, Long cents) {
        assertThat(Euros.find(text).map(Money::cents).orElse(null)).isEqualTo(cents);
    }

    private PriceFile read(String rows) throws IOException, WrongFileException {
        return PriceFile.read(write(HEADINGS + rows), "prijzen.csv");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("prijzen.csv"), text);
    }
}
