package nl.koppelwerk.data.cost;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.koppelwerk.avoidedcost.price.CareUnit;
import nl.koppelwerk.avoidedcost.price.Money;
import nl.koppelwerk.avoidedcost.price.Payer;
import nl.koppelwerk.avoidedcost.price.PriceIndex;
import nl.koppelwerk.avoidedcost.price.Product;
import nl.koppelwerk.avoidedcost.price.UnitPrice;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The price lists of an organisation, one for each municipality. To be used inside the scope of the organisation. */
public final class CarePrices {
    /** What there is one price of: a product in a year, as contracted or as published. */
    public record Key(Product product, int priceYear, UnitPrice.Origin origin) implements Comparable<Key> {
        private static final Comparator<Key> ORDER = Comparator.comparing(Key::product)
                .thenComparing(Key::priceYear, Comparator.reverseOrder())
                .thenComparing(Key::origin);

        public static Key of(UnitPrice price) {
            return new Key(price.product(), price.priceYear(), price.origin());
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private final JdbcClient jdbc;

    public CarePrices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Municipalities that families of the organisation live in, or that have a price list already, by name. */
    public List<String> municipalities() {
        String sql = """
                select p.municipality from family f join place p on p.postcode = f.postcode
                union
                select c.municipality from care_price c
                order by 1
                """;
        return jdbc.sql(sql).query((row, number) -> row.getString(1)).list();
    }

    /** By product, newest first. */
    public List<UnitPrice> list(String municipality) {
        String sql = """
                select category, code, price_year, origin, name, payer, unit, low_cents, high_cents, source
                from care_price
                where municipality = :municipality
                """;
        Map<Key, UnitPrice> sorted = new TreeMap<>();
        jdbc.sql(sql)
                .param("municipality", municipality)
                .query((row, number) -> price(row))
                .list()
                .forEach(price -> sorted.put(Key.of(price), price));
        return List.copyOf(sorted.values());
    }

    /** Keeps each price, in place of the one with the same product, year and origin. */
    public void keep(OrganisationId organisation, String municipality, List<UnitPrice> prices) {
        String sql = """
                insert into care_price (organisation, municipality, category, code, price_year, origin, name, payer, unit,
                                        low_cents, high_cents, source)
                values (:organisation, :municipality, :category, :code, :priceYear, :origin, :name, :payer, :unit,
                        :lowCents, :highCents, :source)
                on conflict (organisation, municipality, category, code, price_year, origin) do update
                set name = excluded.name, payer = excluded.payer, unit = excluded.unit, low_cents = excluded.low_cents,
                    high_cents = excluded.high_cents, source = excluded.source
                """;
        for (UnitPrice price : prices) {
            jdbc.sql(sql)
                    .param("organisation", organisation.value())
                    .param("municipality", municipality)
                    .param("category", price.product().category())
                    .param("code", price.product().code())
                    .param("priceYear", price.priceYear())
                    .param("origin", price.origin().name())
                    .param("name", price.name())
                    .param("payer", price.payer().name())
                    .param("unit", price.unit().name())
                    .param("lowCents", price.low().cents())
                    .param("highCents", price.high().cents())
                    .param("source", price.source())
                    .update();
        }
    }

    /** Whether there was such a price. */
    public boolean remove(String municipality, Key key) {
        String sql = """
                delete from care_price
                where municipality = :municipality and category = :category and code = :code
                  and price_year = :priceYear and origin = :origin
                """;
        return jdbc.sql(sql)
                        .param("municipality", municipality)
                        .param("category", key.product().category())
                        .param("code", key.product().code())
                        .param("priceYear", key.priceYear())
                        .param("origin", key.origin().name())
                        .update()
                == 1;
    }

    /**
     * Level of prices in a year, to state prices of one year in the euros of another.
     *
     * @param source where the level is published
     */
    public record Level(int year, BigDecimal level, String source) {}

    /** Newest first. */
    public List<Level> levels() {
        return jdbc.sql("select year, level, source from price_level order by year desc")
                .query((row, number) ->
                        new Level(row.getInt("year"), row.getBigDecimal("level"), row.getString("source")))
                .list();
    }

    /** The levels as one index; without levels it converts nothing. */
    public PriceIndex index() {
        List<Level> levels = levels();
        String sources = levels.stream().map(Level::source).distinct().sorted().collect(Collectors.joining("; "));
        return new PriceIndex(
                levels.stream().collect(Collectors.toMap(Level::year, Level::level)),
                sources.isEmpty() ? "none" : sources);
    }

    /** Keeps the level of a year in place of the one before. */
    public void keep(OrganisationId organisation, Level level) {
        String sql = """
                insert into price_level (organisation, year, level, source)
                values (:organisation, :year, :level, :source)
                on conflict (organisation, year) do update set level = excluded.level, source = excluded.source
                """;
        jdbc.sql(sql)
                .param("organisation", organisation.value())
                .param("year", level.year())
                .param("level", level.level())
                .param("source", level.source())
                .update();
    }

    private static UnitPrice price(ResultSet row) throws SQLException {
        return new UnitPrice(
                new Product(row.getString("category"), row.getString("code")),
                row.getString("name"),
                Payer.valueOf(row.getString("payer")),
                CareUnit.valueOf(row.getString("unit")),
                new Money(row.getLong("low_cents")),
                new Money(row.getLong("high_cents")),
                row.getInt("price_year"),
                row.getString("source"),
                UnitPrice.Origin.valueOf(row.getString("origin")));
    }
}
