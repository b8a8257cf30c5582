package nl.koppelwerk.data.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.data.format.FileLimits;
import nl.koppelwerk.data.sample.SampleCity;
import nl.koppelwerk.data.sample.SampleOrganisation;
import nl.koppelwerk.data.store.Organisations;
import nl.koppelwerk.data.store.Programmes;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Files damaged at random: none may bring the import down, and no row may get lost between accepted and rejected. */
@ExtendWith(DatabaseExtension.class)
class FuzzTest {
    private static final int TEXTS = 260;
    private static final int SPREADSHEETS = 120;
    private static final List<String> NASTY = List.of(
            "",
            ";",
            "\"",
            "\"\"",
            "\n",
            "\r",
            "\t",
            "=1+1",
            "'=x",
            "\uFEFF",
            "\u00A0",
            "é",
            "😀",
            "\uFFFD",
            "-1",
            "1e9",
            "9999",
            "0000",
            "NaN",
            "31-2-2026",
            "99999999999999999999",
            "nld:C2 nld:A1",
            "x".repeat(300),
            "G-00001",
            "<b>",
            "#REF!",
            "'; drop table family; --",
            "_x0000_",
            "_xD800_",
            "\u202E",
            "\\",
            "{0}",
            "%s",
            "null",
            "ja,nee");
    private final TestDatabase database;
    private final Importing importing;

    @TempDir
    Path folder = Path.of("");

    FuzzTest(TestDatabase database) {
        this.database = database;
        this.importing = new Importing(
                database.jdbc(),
                database.scope(),
                Clock.fixed(Instant.parse("2026-11-21T09:30:00Z"), ZoneId.of("Europe/Amsterdam")),
                new FileLimits(1 << 20, 8 << 20, 4 << 20));
    }

    @Test
    void damagedFilesAreRefusedOrCountedToTheLastRow() throws IOException {
        OrganisationId organisation = new SampleOrganisation(
                        new Organisations(database.jdbc(), database.scope()),
                        new Programmes(database.jdbc()),
                        database.scope())
                .found("fuzz");
        offer(organisation, Path.of("reference", "postcodes.csv"));
        Random random = new Random(20261121);
        int imported = 0;
        int rejected = 0;
        for (int i = 0; i < TEXTS + SPREADSHEETS; i++) {
            Path file = i < TEXTS ? damagedText(random, i) : damagedSpreadsheet(random, i);
            ImportOutcome outcome = offer(organisation, file);
            if (outcome instanceof ImportOutcome.Imported done) {
                imported++;
                rejected += done.rejected();
                assertThat(done.accepted() + done.rejected()).isEqualTo(done.read());
                assertThat(done.rejectsFile().isPresent()).isEqualTo(done.rejected() > 0);
            }
        }

        assertThat(imported).isGreaterThan(TEXTS / 3);
        assertThat(rejected).isGreaterThan(imported);
        assertThat(database.scope()
                        .reading(
                                organisation,
                                () -> database.jdbc()
                                        .sql(
                                                "select count(*) from import_file where rows_accepted + rows_rejected <> rows_read")
                                        .query(Integer.class)
                                        .single()))
                .isZero();
    }

    private ImportOutcome offer(OrganisationId organisation, Path file) {
        return importing.importFile(
                organisation, new Importing.Offer(file, String.valueOf(file.getFileName()), folder), rows -> {});
    }

    private Path damagedText(Random random, int number) throws IOException {
        String name = List.of(SampleCity.FAMILIES_FILE, SampleCity.VOLUNTEERS_FILE, SampleCity.POSTCODES_FILE)
                .get(random.nextInt(3));
        List<String> lines = Files.readAllLines(Path.of("sample", name));
        int from = 1 + random.nextInt(20);
        StringBuilder text = new StringBuilder(lines.getFirst()).append('\n');
        lines.subList(from, from + 3 + random.nextInt(20))
                .forEach(line -> text.append(line).append('\n'));
        int changes = random.nextInt(7);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(text.length());
            int end = Math.min(text.length(), at + random.nextInt(12));
            text.replace(at, random.nextBoolean() ? at : end, NASTY.get(random.nextInt(NASTY.size())));
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(8) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return Files.write(folder.resolve(number + ".csv"), bytes);
    }

    private Path damagedSpreadsheet(Random random, int number) throws IOException {
        byte[] bytes = workbook(random);
        switch (random.nextInt(4)) {
            case 0 -> bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
            case 1 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 2 -> bytes = withDamagedPart(bytes, random);
            default -> {}
        }
        return Files.write(folder.resolve(number + ".xlsx"), bytes);
    }

    private static byte[] workbook(Random random) throws IOException {
        List<String> lines = Files.readAllLines(Path.of("sample", SampleCity.FAMILIES_FILE));
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            XSSFSheet sheet = workbook.createSheet();
            for (int i = 0; i < 9; i++) {
                XSSFRow row = sheet.createRow(i + random.nextInt(2) * 11);
                String[] cells = lines.get(i).replace("\uFEFF", "").split(";", -1);
                for (int j = 0; j < cells.length; j++) {
                    String nasty = NASTY.get(random.nextInt(NASTY.size()));
                    row.createCell(j).setCellValue(i > 0 && random.nextInt(60) == 0 ? nasty : cells[j]);
                }
            }
            workbook.write(out);
            return out.toByteArray();
        }
    }

    /** Changes one character of one part, packed well again: the parsers see it. */
    private static byte[] withDamagedPart(byte[] bytes, Random random) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new java.io.ByteArrayInputStream(bytes));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] part = in.readAllBytes();
                if (random.nextInt(4) == 0 && part.length > 0) {
                    part[random.nextInt(part.length)] = (byte) "<>\"&'/ 9x-".charAt(random.nextInt(10));
                }
                zip.putNextEntry(new ZipEntry(entry.getName()));
                zip.write(part);
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
