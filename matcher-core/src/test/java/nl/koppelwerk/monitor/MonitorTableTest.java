package nl.koppelwerk.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import nl.koppelwerk.monitor.ResearchSheet.Reading.Accepted;
import nl.koppelwerk.monitor.ResearchSheet.Reading.Refused;
import org.junit.jupiter.api.Test;

class MonitorTableTest {
    @Test
    void theTenSheetsGiveTheirMeansWithTheFamiliesBehindEach() throws IOException {
        MonitorTable table = MonitorTable.of(sheets());

        assertThat(table.lines().stream()
                        .map(line -> line.row().column() + " " + line.families() + " "
                                + line.mean().orElseThrow())
                        .collect(Collectors.joining("\n", "", "\n")))
                .isEqualTo("""
                        intake_conversations_h 10 1.50
                        intake_arranging_h 10 3.95
                        intake_practical_h 8 0.88
                        now_conversations_h 10 0.79
                        now_arranging_h 10 0.79
                        now_practical_h 7 0.81
                        buddy_intake_h 2 4.50
                        buddy_now_h 5 1.60
                        parent_group_intake_h 4 1.63
                        parent_group_now_h 6 1.42
                        child_group_intake_h 1 1.00
                        child_group_now_h 4 2.13
                        parent_volunteering_intake_h 1 9.00
                        parent_volunteering_now_h 7 3.57
                        score_finance 10 3.80
                        score_housing 7 3.86
                        score_health 7 3.29
                        score_social 9 3.67
                        score_participation 8 3.75
                        """);
    }

    @Test
    void aRowThatAppliesToNobodyHasNoMean() {
        MonitorTable.Line line = MonitorTable.of(List.of()).line(SheetRow.SCORE_HEALTH);

        assertThat(line.families()).isZero();
        assertThat(line.mean()).isEmpty();
    }

    @Test
    void aLineNamesEachColumnThatIsNoHoursOrScore() {
        Map<String, String> cells =
                Map.of("buddy_now_h", "169", "score_social", "6", "score_health", "0,5", "intake_arranging_h", "veel");

        assertThat(((Refused) ResearchSheet.read(cells)).columns())
                .containsExactly("sheet", "intake_arranging_h", "buddy_now_h", "score_health", "score_social");
    }

    private static List<ResearchSheet> sheets() throws IOException {
        List<String> lines;
        try (InputStream file = Objects.requireNonNull(
                MonitorTableTest.class.getResourceAsStream("/nl/koppelwerk/monitor/family-sheets.csv"))) {
            lines = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
        String[] columns = lines.getFirst().split(",", -1);
        List<ResearchSheet> sheets = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] values = line.split(",", -1);
            Map<String, String> cells = new HashMap<>();
            for (int column = 0; column < columns.length; column++) {
                cells.put(columns[column], values[column]);
            }
            sheets.add(((Accepted) ResearchSheet.read(cells)).sheet());
        }
        return sheets;
    }
}
