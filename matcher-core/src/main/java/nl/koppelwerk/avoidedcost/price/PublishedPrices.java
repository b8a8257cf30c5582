package nl.koppelwerk.avoidedcost.price;

import static nl.koppelwerk.avoidedcost.price.CareUnit.DAY;
import static nl.koppelwerk.avoidedcost.price.CareUnit.FULL_DAY;
import static nl.koppelwerk.avoidedcost.price.CareUnit.HOUR;

import java.util.List;

/** Prices that municipalities published, to start from where the own contract tariffs are not known yet. */
public final class PublishedPrices {
    private static final String DE_WOLDEN = "Gemeente De Wolden, maximale pgb-tarieven 2023";
    private static final String HOOGEVEEN = "Gemeente Hoogeveen, tarieven 2020";

    private PublishedPrices() {}

    public static List<UnitPrice> all() {
        return List.of(
                published("45", "begeleiding", "Begeleiding", HOUR, "45.77", "58.44", 2023, DE_WOLDEN),
                published("44", "verblijf", "Verblijf", DAY, "122.23", "148.93", 2023, DE_WOLDEN),
                published("44", "logeren", "Logeren", FULL_DAY, "180.97", "207.47", 2023, DE_WOLDEN),
                published("54", "jeugd-ggz", "Jeugd-ggz ambulant", HOUR, "101.17", "101.17", 2023, DE_WOLDEN),
                published("44", "gezinshuis", "Gezinshuis", DAY, "142.20", "142.20", 2020, HOOGEVEEN));
    }

    private static UnitPrice published(
            String category, String code, String name, CareUnit unit, String low, String high, int year, String by) {
        return new UnitPrice(
                new Product(category, code),
                name,
                Payer.JEUGDWET,
                unit,
                Money.ofEuros(low),
                Money.ofEuros(high),
                year,
                by,
                UnitPrice.Origin.PUBLISHED);
    }
}
