package nl.koppelwerk.data.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import nl.koppelwerk.data.format.WrongFileException;
import nl.koppelwerk.monitor.MonitorTable;
import nl.koppelwerk.monitor.SheetRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SheetFileTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void theTenResearchSheetsAreReadAndReadBackTheSame() throws IOException, WrongFileException {
        Path path = folder.resolve("family-sheets.csv");
        try (InputStream file = Objects.requireNonNull(SheetFileTest.class.getResourceAsStream("family-sheets.csv"))) {
            Files.copy(file, path);
        }

        SheetFile read = SheetFile.read(path, "family-sheets.csv");

        assertThat(read.refused()).isEmpty();
        assertThat(read.sheets()).hasSize(10);
        assertThat(MonitorTable.of(read.sheets())
                        .line(SheetRow.INTAKE_ARRANGING_H)
                        .mean())
                .hasValueSatisfying(mean -> assertThat(mean).isEqualByComparingTo("3.95"));
        Path again = Files.writeString(folder.resolve("again.csv"), read.asText());
        assertThat(SheetFile.read(again, "again.csv").sheets()).isEqualTo(read.sheets());
    }

    @Test
    void eachWrongCellIsNamedByRowAndColumn() throws IOException, WrongFileException {
        SheetFile read = read("""
                sheet;programme;buddy_now_h;score_social
                A-1;VVS;1,5;4
                A-2;VVS;veel;6
                ;VVS;1;3
                A-1;VVS;2;3
                A-3;VVS;1;3;17
                """);

        assertThat(read.sheets()).extracting(sheet -> sheet.sheet()).containsExactly("A-1");
        assertThat(read.refused().stream()
                        .map(one -> one.row() + " " + one.column() + " [" + one.value() + "] "
                                + one.reason().dutch())
                        .collect(Collectors.joining("\n")))
                .isEqualTo("""
                        3 buddy_now_h [veel] Dit zijn geen uren per week; schrijf een getal van 0 tot en met 168.
                        3 score_social [6] Dit is geen score; schrijf een getal van 1 tot en met 5.
                        4 sheet [] De naam van het formulier ontbreekt.
                        5 sheet [A-1] Dit formulier staat ook in rij 2.
                        6 sheet [A-3] Deze rij heeft meer cellen dan er kolommen zijn. Staat er een scheidingsteken te veel?""");
    }

    @Test
    void aFileWithoutSheetsIsRefused() {
        assertThatThrownBy(() -> read("naam;leeftijd\nJan;5\n")).isInstanceOf(WrongFileException.class);
    }

    private SheetFile read(String text) throws IOException, WrongFileException {
        return SheetFile.read(Files.writeString(folder.resolve("sheets.csv"), text), "sheets.csv");
    }
}
