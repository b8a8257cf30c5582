package nl.koppelwerk.data.cost;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.avoidedcost.price.CareUnit;
import nl.koppelwerk.avoidedcost.price.Payer;
import nl.koppelwerk.avoidedcost.price.UnitPrice;
import nl.koppelwerk.data.format.Column;
import nl.koppelwerk.data.format.TableSpec;

/** The columns of a price list in a file, and the words for what may be in them. */
final class PriceTable {
    static final Column CATEGORY = Column.required("productcategorie", "category", "categorie");
    static final Column CODE = Column.required("productcode", "code", "product");
    static final Column NAME = Column.required("naam", "name", "omschrijving");
    static final Column PAYER = Column.required("wet", "payer", "betaler");
    static final Column UNIT = Column.required("eenheid", "unit");
    static final Column LOW = Column.required("prijs", "price", "laagste prijs", "low", "tarief");
    static final Column HIGH = Column.optional("hoogste prijs", "highest price", "high");
    static final Column YEAR = Column.required("prijsjaar", "price year", "jaar");
    static final Column SOURCE = Column.optional("bron", "source");
    static final Column ORIGIN = Column.optional("soort prijs", "origin");

    static final TableSpec SPEC = new TableSpec(
            "prijslijst", List.of(CATEGORY, CODE, NAME, PAYER, UNIT, LOW, HIGH, YEAR, SOURCE, ORIGIN), true);

    private static final Map<String, CareUnit> UNITS = Map.ofEntries(
            Map.entry("minuut", CareUnit.MINUTE),
            Map.entry("uur", CareUnit.HOUR),
            Map.entry("dagdeel", CareUnit.DAY_PART),
            Map.entry("daypart", CareUnit.DAY_PART),
            Map.entry("dag", CareUnit.DAY),
            Map.entry("etmaal", CareUnit.FULL_DAY),
            Map.entry("fullday", CareUnit.FULL_DAY),
            Map.entry("week", CareUnit.WEEK),
            Map.entry("maand", CareUnit.MONTH),
            Map.entry("jaar", CareUnit.YEAR),
            Map.entry("stuk", CareUnit.PIECE));
    private static final Map<String, UnitPrice.Origin> ORIGINS = Map.of(
            "", UnitPrice.Origin.CONTRACT,
            "contract", UnitPrice.Origin.CONTRACT,
            "gepubliceerd", UnitPrice.Origin.PUBLISHED,
            "published", UnitPrice.Origin.PUBLISHED);

    private PriceTable() {}

    static Optional<CareUnit> unit(String text) {
        return find(CareUnit.values(), text).or(() -> Optional.ofNullable(UNITS.get(Column.plain(text))));
    }

    static Optional<Payer> payer(String text) {
        return Column.plain(text).matches("overig|anders") ? Optional.of(Payer.OTHER) : find(Payer.values(), text);
    }

    static Optional<UnitPrice.Origin> origin(String text) {
        return Optional.ofNullable(ORIGINS.get(Column.plain(text)));
    }

    private static <E extends Enum<E>> Optional<E> find(E[] values, String text) {
        for (E value : values) {
            if (Column.plain(value.name()).equals(Column.plain(text))) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }
}
