package nl.koppelwerk.data.cost;

import java.util.Map;
import java.util.TreeMap;
import nl.koppelwerk.avoidedcost.calculation.Method;
import nl.koppelwerk.avoidedcost.price.Product;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * By how much municipalities can make their contracts smaller, product by product, with who says so. To be used inside
 * the scope of the organisation.
 */
public final class CashableShares {
    private final JdbcClient jdbc;

    public CashableShares(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was determined, by product; a product that is not there was not. */
    public Map<Product, Method.Cashable> of(String municipality) {
        String sql = """
                select category, code, percent, source
                from cashable_share
                where municipality = :municipality
                """;
        Map<Product, Method.Cashable> shares = new TreeMap<>();
        jdbc.sql(sql).param("municipality", municipality).query(row -> {
            shares.put(
                    new Product(row.getString("category"), row.getString("code")),
                    new Method.Cashable(row.getInt("percent"), row.getString("source")));
        });
        return shares;
    }

    /** In place of what was said of the product before. */
    public void keep(OrganisationId organisation, String municipality, Product product, Method.Cashable share) {
        String sql = """
                insert into cashable_share (organisation, municipality, category, code, percent, source)
                values (:organisation, :municipality, :category, :code, :percent, :source)
                on conflict (organisation, municipality, category, code) do update
                set percent = excluded.percent, source = excluded.source
                """;
        jdbc.sql(sql)
                .param("organisation", organisation.value())
                .param("municipality", municipality)
                .param("category", product.category())
                .param("code", product.code())
                .param("percent", share.percent())
                .param("source", share.source())
                .update();
    }

    /** Makes it not determined again; whether it was. */
    public boolean remove(String municipality, Product product) {
        String sql = """
                delete from cashable_share
                where municipality = :municipality and category = :category and code = :code
                """;
        return jdbc.sql(sql)
                        .param("municipality", municipality)
                        .param("category", product.category())
                        .param("code", product.code())
                        .update()
                == 1;
    }
}
