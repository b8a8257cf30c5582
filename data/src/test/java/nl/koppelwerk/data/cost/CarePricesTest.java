package nl.koppelwerk.data.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.koppelwerk.avoidedcost.price.Money;
import nl.koppelwerk.avoidedcost.price.PublishedPrices;
import nl.koppelwerk.avoidedcost.price.UnitPrice;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DatabaseExtension.class)
class CarePricesTest {
    private final TestDatabase database;
    private final CarePrices prices;

    CarePricesTest(TestDatabase database) {
        this.database = database;
        this.prices = new CarePrices(database.jdbc());
    }

    @BeforeEach
    void municipalities() {
        for (String name : List.of("Delft", "Schiedam")) {
            database.jdbc()
                    .sql("insert into municipality (name) values (:name) on conflict do nothing")
                    .param("name", name)
                    .update();
        }
    }

    @Test
    void aMunicipalityHasItsOwnList() {
        OrganisationId organisation = database.organisation("prices of its own");

        database.scope().inside(organisation, () -> {
            prices.keep(organisation, "Delft", PublishedPrices.all());

            assertThat(prices.list("Delft"))
                    .containsExactlyInAnyOrderElementsOf(PublishedPrices.all())
                    .first()
                    .extracting(UnitPrice::name)
                    .isEqualTo("Gezinshuis");
            assertThat(prices.list("Schiedam")).isEmpty();
            assertThat(prices.municipalities()).containsExactly("Delft");
        });
    }

    @Test
    void aPriceOfTheSameProductYearAndOriginIsReplaced() {
        OrganisationId organisation = database.organisation("prices replaced");
        UnitPrice first = PublishedPrices.all().getFirst();
        UnitPrice dearer = first.at(new Money(7311));

        database.scope().inside(organisation, () -> {
            prices.keep(organisation, "Delft", List.of(first));
            prices.keep(organisation, "Delft", List.of(dearer));

            assertThat(prices.list("Delft")).containsExactly(dearer);
            assertThat(prices.remove("Delft", CarePrices.Key.of(dearer))).isTrue();
            assertThat(prices.remove("Delft", CarePrices.Key.of(dearer))).isFalse();
            assertThat(prices.list("Delft")).isEmpty();
        });
    }
}
