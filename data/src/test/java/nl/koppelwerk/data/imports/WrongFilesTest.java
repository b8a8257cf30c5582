package nl.koppelwerk.data.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.koppelwerk.data.format.FileLimits;
import nl.koppelwerk.data.format.Heading;
import nl.koppelwerk.data.format.Row;
import nl.koppelwerk.data.format.TableFile;
import nl.koppelwerk.data.format.TableVisitor;
import nl.koppelwerk.data.format.WrongFileException;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are not what somebody meant to give: each is refused whole, with one sentence in Dutch and in English. */
class WrongFilesTest {
    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "leeg.csv               | dit bestand is leeg.",
                "wit.csv                | dit bestand is leeg.",
                "alleen-kolommen.csv    | dit bestand heeft alleen kolomnamen en geen rijen.",
                "facturen.csv           | dit is een andere tabel (die begint met: factuur, klant, bedrag)",
                "zonder-koppen.csv      | dit is een andere tabel (die begint met: 17, Gezin Maanbrug, 3011, Turks C2)",
                "kolommen-ontbreken.csv | dit lijkt een tabel met gezinnen, maar deze kolommen ontbreken: talen, programma,",
                "kolom-dubbel.csv       | de kolom Zip staat er twee keer in.",
                "met-bsn.csv            | de kolom BSN bevat burgerservicenummers; die bewaren we niet",
                "open-aanhaling.csv     | in rij 3 begint een tekst met een aanhalingsteken dat niet goed sluit",
                "aanhaling-midden.csv   | in rij 2 begint een tekst met een aanhalingsteken dat niet goed sluit",
                "twee-coderingen.csv    | letters met accenten zijn op twee manieren opgeslagen",
                "webpagina.csv          | dit is een webpagina",
                "gegevens.csv           | dit is een XML-bestand",
                "gegevens-json.csv      | dit is een JSON-bestand",
                "brief.csv              | dit is een tekstdocument of een presentatie",
                "rapport.xlsx           | dit is een PDF",
                "foto.csv               | dit is een plaatje",
                "nullen.csv             | dit is geen tekst en geen spreadsheet",
                "oude-accu.csv          | dit is geen tekst en geen spreadsheet",
                "ingepakt.csv           | dit is een ingepakt bestand zonder spreadsheet",
                "te-breed.csv           | dit bestand heeft 702 kolommen; dat is te veel.",
            })
    void isRefusedWithOneClearSentence(String name, String sentence) throws IOException {
        assertRefused(Path.of("src/test/resources/wrong-files", name), sentence);
    }

    @Test
    void aFileThatIsNotThereIsRefused() throws IOException {
        assertRefused(folder.resolve("weg.csv"), "dit bestand bestaat niet.");
    }

    @Test
    void aFolderIsRefused() throws IOException {
        assertRefused(Files.createDirectory(folder.resolve("map.csv")), "dit is geen bestand maar");
    }

    @Test
    void aGigabyteIsRefusedBySizeBeforeItIsRead() throws IOException {
        Path file = folder.resolve("groot.csv");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(1L << 30);
        }

        assertRefused(file, "dit bestand is te groot; het mag hoogstens 512 MB zijn.");
    }

    @Test
    void anOldExcelFileIsRefused() throws IOException {
        Path file = folder.resolve("oud.xlsx");
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            workbook.createSheet("gezinnen");
            workbook.write(file.toFile());
        }

        assertRefused(file, "dit is een oud Excel-bestand (.xls)");
    }

    @Test
    void aFileWithAPasswordIsRefused() throws IOException {
        Path file = folder.resolve("geheim.xlsx");
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            container.createDocument(new java.io.ByteArrayInputStream(new byte[5_000]), "EncryptedPackage");
            container.writeFilesystem(Files.newOutputStream(file));
        }

        assertRefused(file, "op dit bestand zit een wachtwoord");
    }

    @Test
    void aSpreadsheetThatWasCutOffIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(workbook("heel.xlsx", "gezinsnummer"));
        Path file = Files.write(folder.resolve("half.xlsx"), java.util.Arrays.copyOf(whole, whole.length * 3 / 5));

        assertRefused(file, "dit bestand is beschadigd of niet helemaal overgekomen");
    }

    @Test
    void aSpreadsheetWithoutATableIsRefused() throws IOException {
        assertRefused(workbook("wit.xlsx", ""), "dit bestand is leeg.");
    }

    @Test
    void aZipBombIsRefused() throws IOException {
        Path file = folder.resolve("bom.xlsx");
        try (ZipOutputStream zip = spreadsheet(file)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] row = "<row><c><v>1</v></c></row>".repeat(5_000).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 300; i++) {
                zip.write(row);
            }
        }

        assertThat(Files.size(file)).isLessThan(500_000);
        assertRefused(file, "dit bestand wordt uitgepakt zo groot dat we het niet openen.");
    }

    @Test
    void aCellMadeToFillTheMemoryIsRefused() throws IOException {
        Path file = folder.resolve("lang.xlsx");
        java.util.Random noise = new java.util.Random(17);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 1_500_000; i++) {
            text.append((char) ('a' + noise.nextInt(26)));
        }
        try (ZipOutputStream zip = spreadsheet(file)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write(("<worksheet><sheetData><row><c t=\"str\"><v>" + text).getBytes(StandardCharsets.UTF_8));
        }

        assertRefused(file, "dit bestand wordt uitgepakt zo groot dat we het niet openen.");
    }

    @Test
    void aSpreadsheetThatFetchesSomethingIsRefused() throws IOException {
        Path file = folder.resolve("haalt.xlsx");
        try (ZipOutputStream zip = spreadsheet(file)) {
            add(zip, "xl/worksheets/sheet1.xml", """
                    <!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/hostname">]>
                    <worksheet><sheetData><row><c t="str"><v>&secret;</v></c></row></sheetData></worksheet>""");
        }

        assertRefused(file, "dit bestand is beschadigd of niet helemaal overgekomen");
    }

    @Test
    void packedFilesOfOtherKindsAreRefused() throws IOException {
        assertRefused(packed("tabellen.zip", "gezinnen.csv"), "dit is een ingepakt bestand zonder spreadsheet");
        assertRefused(packed("brief.docx", "word/document.xml"), "dit is een tekstdocument of een presentatie");
        assertRefused(packed("tabel.ods", "mimetype", "content.xml"), "dit is een OpenDocument-bestand");
        assertRefused(packed("tabel.xlsb", "xl/workbook.bin"), "dit is een binair Excel-bestand (.xlsb)");
    }

    private static void assertRefused(Path file, String sentence) throws IOException {
        WrongFileException refusal = catchThrowableOfType(
                WrongFileException.class,
                () -> TableFile.open(file, String.valueOf(file.getFileName()), FileLimits.DEFAULT)
                        .read(ImportKind.allTables(), new Nothing()));

        assertThat(refusal).isNotNull();
        String dutch = refusal.reason().dutch();
        String english = refusal.reason().english();
        assertThat(dutch).startsWith(file.getFileName() + ": " + sentence);
        assertThat(english)
                .startsWith(file.getFileName() + ": ")
                .isNotEqualTo(dutch)
                .endsWith(".");
        assertThat(dutch + english).doesNotContain("{", "\n");
    }

    private Path workbook(String name, String cell) throws IOException {
        Path file = folder.resolve(name);
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                var out = Files.newOutputStream(file)) {
            workbook.createSheet("blad").createRow(0).createCell(0).setCellValue(cell);
            workbook.write(out);
        }
        return file;
    }

    private Path packed(String name, String... parts) throws IOException {
        Path file = folder.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (String part : parts) {
                add(zip, part, "iets");
            }
        }
        return file;
    }

    /** Begins a spreadsheet whose one sheet is still to be added. */
    private static ZipOutputStream spreadsheet(Path file) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file));
        add(zip, "[Content_Types].xml", "<Types/>");
        add(zip, "xl/workbook.xml", "<workbook><sheets><sheet name=\"a\" id=\"r1\"/></sheets></workbook>");
        add(
                zip,
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
        return zip;
    }

    private static void add(ZipOutputStream zip, String part, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(part));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static final class Nothing implements TableVisitor {
        @Override
        public void heading(Heading heading) {}

        @Override
        public void row(Row row) {}
    }
}
