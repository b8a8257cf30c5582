package nl.koppelwerk.data.monitor;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.monitor.ResearchSheet;
import nl.koppelwerk.monitor.SheetRow;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Sheets that researchers filled in, one for each family. To be used inside the scope of the organisation. */
public final class ResearchSheets {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, BigDecimal>> FIGURES = new TypeReference<>() {};

    private final JdbcClient jdbc;

    public ResearchSheets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By name. */
    public List<ResearchSheet> list() {
        return jdbc.sql("select sheet, programme, household, figures from research_sheet order by sheet")
                .query((row, number) -> new ResearchSheet(
                        row.getString("sheet"),
                        row.getString("programme"),
                        row.getString("household"),
                        figures(row.getString("figures"))))
                .list();
    }

    private static Map<SheetRow, BigDecimal> figures(String json) {
        Map<SheetRow, BigDecimal> figures = new EnumMap<>(SheetRow.class);
        JSON.readValue(json, FIGURES).forEach((row, figure) -> figures.put(SheetRow.valueOf(row), figure));
        return figures;
    }

    /** Keeps each sheet, in place of the one with the same name. */
    public void keep(OrganisationId organisation, List<ResearchSheet> sheets) {
        String sql = """
                insert into research_sheet (organisation, sheet, programme, household, figures)
                values (:organisation, :sheet, :programme, :household, :figures::jsonb)
                on conflict (organisation, sheet) do update
                set programme = excluded.programme, household = excluded.household, figures = excluded.figures
                """;
        for (ResearchSheet sheet : sheets) {
            Map<String, BigDecimal> figures = new TreeMap<>();
            sheet.values().forEach((row, figure) -> figures.put(row.name(), figure));
            jdbc.sql(sql)
                    .param("organisation", organisation.value())
                    .param("sheet", sheet.sheet())
                    .param("programme", sheet.programme())
                    .param("household", sheet.household())
                    .param("figures", JSON.writeValueAsString(figures))
                    .update();
        }
    }

    /** @return how many there were */
    public int removeAll() {
        return jdbc.sql("delete from research_sheet").update();
    }
}
