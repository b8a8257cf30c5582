package nl.koppelwerk.trust.abuse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files made to fill the memory, to take for ever or to fetch something, each given to everything that reads a file. */
final class HostileFiles implements Attack {
    private static final int SECONDS = 60;
    private static final int MANY = 1_000_000;
    private static final int DEEP = 100_000;

    @Override
    public String name() {
        return "files";
    }

    @Override
    public List<Held> on(Grounds grounds, Random random, int tries) {
        Held held = new Held("Hostile files are refused or read within a minute, and reach nothing");
        try (Patience patience = new Patience(SECONDS)) {
            Path folder = Files.createTempDirectory("koppelwerk-hostile");
            List<Parser> parsers = Parser.all(grounds, folder);
            for (Map.Entry<String, byte[]> hostile : files().entrySet()) {
                for (Parser parser : parsers) {
                    Path file = Files.write(folder.resolve("kwaad" + parser.suffix()), hostile.getValue());
                    Optional<Throwable> problem = parser.tried(file, patience);
                    held.expect(
                            problem.isEmpty(),
                            parser.name() + parser.suffix() + ", " + hostile.getKey() + ": "
                                    + problem.map(Throwable::toString).orElse(""));
                }
            }
            held.expect(!Files.exists(folder.resolve("fetched")), "a file was fetched");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.of(held);
    }

    private static Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("nothing", new byte[0]);
        files.put("one NUL", new byte[1]);
        files.put("a megabyte of NULs", new byte[MANY]);
        files.put("a million columns", bytes("a;".repeat(MANY) + "\n" + "1;".repeat(MANY)));
        files.put("a million equal columns", bytes("naam,".repeat(MANY)));
        files.put("one line of twenty megabytes", bytes("x".repeat(20 * MANY)));
        files.put("a quote that never closes", bytes("naam;postcode\n\"" + "x\n".repeat(5 * MANY)));
        files.put("a million quotes", bytes("\"".repeat(MANY)));
        files.put("a million rows", bytes("gezin;naam;postcode\n" + "G-1;Kaya;3021\n".repeat(MANY)));
        files.put("JSON, lists in lists", bytes("[".repeat(DEEP) + "]".repeat(DEEP)));
        files.put("JSON, objects in objects", bytes("{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP)));
        files.put("JSON, services in services", bytes("{\"contents\":[".repeat(DEEP) + "]}".repeat(DEEP)));
        files.put("JSON, a number of a million figures", bytes("{\"contents\":" + "9".repeat(MANY) + "}"));
        files.put("JSON, a number with a large exponent", bytes("{\"contents\":1e999999999}"));
        files.put("JSON, a million equal names", bytes("{" + "\"id\":1,".repeat(MANY) + "\"id\":2}"));
        files.put("JSON, a text of twenty megabytes", bytes("[\"" + "x".repeat(20 * MANY) + "\"]"));
        files.put("JSON, NUL in a text", bytes(service("Naam\\u0000")));
        files.put("JSON, half a letter in a text", bytes(service("Naam\\ud800")));
        files.put("JSON, a prototype", bytes("{\"__proto__\":{\"x\":1},\"@class\":\"java.lang.Runtime\"}"));
        files.put("YAML, laughs", bytes(laughs(12, 9)));
        files.put("YAML, wide laughs", bytes(laughs(4, 200)));
        files.put("YAML, an alias in itself", bytes("a: &a [*a]\n"));
        files.put(
                "YAML, a tag of Java", bytes("!!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[]]]\n"));
        files.put("YAML, tags on fields", bytes("code: !!binary aGFsbG8=\nname: !!python/object:os.system id\n"));
        files.put("YAML, merges", bytes("a: &a {b: 1}\ncode:\n  <<: *a\n  <<: [*a, *a]\n"));
        files.put("YAML, lists in lists", bytes("[".repeat(DEEP)));
        files.put("YAML, deep lines", bytes("- ".repeat(DEEP) + "x"));
        files.put("YAML, a key that is a map", bytes("? {a: b}\n: c\n? [d]\n: e\n"));
        files.put("YAML, a thousand documents", bytes("---\na: 1\n".repeat(1_000)));
        files.put("sizes of a giant", bytes("1\n 2000000000 2000000000\n 1 2 3\n"));
        files.put("sizes below nothing", bytes("1\n -5 -5\n"));
        files.put("more problems than there are", bytes("2000000000\n 2 3\n"));
        files.put("a size beyond numbers", bytes("99999999999999999999 99999999999999999999\n"));
        files.put("a wide table", bytes("40000\n" + "1 ".repeat(MANY)));
        for (String charset : List.of("UTF-16LE", "UTF-16BE", "UTF-32", "ISO-8859-1", "IBM1047", "UTF-7x")) {
            if (Charset.isSupported(charset)) {
                files.put(
                        "letters of " + charset,
                        "gezin;naam;postcode\nG-1;Käyä;3021\n".getBytes(Charset.forName(charset)));
            }
        }
        files.put("bytes that are no letters", new byte[] {(byte) 0xC0, (byte) 0xAF, (byte) 0xFF, (byte) 0xFE, 0, 13});
        files.put("XML that reads a file", bytes(outside("file:///etc/passwd")));
        files.put("a spreadsheet that reads a file", zip(sheet(outside("file:///etc/passwd"))));
        files.put("a spreadsheet that laughs", zip(sheet(laughingXml())));
        files.put("a spreadsheet of zeros", zip(Map.of("xl/worksheets/sheet1.xml", new byte[200 * MANY])));
        files.put(
                "a spreadsheet outside its folder",
                zip(Map.of("../../../fetched", bytes("x"), "/fetched", bytes("x"))));
        files.put("a spreadsheet with many parts", zip(many()));
        files.put("a spreadsheet in a spreadsheet", zip(Map.of("xl/workbook.xml", zip(sheet("<x/>")))));
        return files;
    }

    private static String service(String name) {
        return """
                [{"id": "00000000-0000-4000-8000-000000000001", "name": "%s", "status": "active",
                  "organization": {"id": "00000000-0000-4000-8000-000000000002", "name": "A", "description": "b"}}]
                """.formatted(name);
    }

    private static String laughs(int levels, int each) {
        StringBuilder text = new StringBuilder("a0: &a0 [x, x]\n");
        for (int level = 1; level < levels; level++) {
            text.append("a").append(level).append(": &a").append(level).append(" [");
            text.append(("*a" + (level - 1) + ", ").repeat(each)).append("x]\n");
        }
        return text.append("code: *a").append(levels - 1).append("\n").toString();
    }

    private static String outside(String address) {
        return "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"" + address + "\">]>"
                + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                + "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&e;</t></is></c></row></sheetData></worksheet>";
    }

    private static String laughingXml() {
        StringBuilder text = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a0 \"ha\">");
        for (int level = 1; level < 30; level++) {
            text.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(level, level - 1, level - 1));
        }
        return text.append("]><x>&a29;</x>").toString();
    }

    private static Map<String, byte[]> sheet(String xml) {
        return Map.of(
                "[Content_Types].xml",
                bytes("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
                "xl/workbook.xml",
                bytes(xml),
                "xl/worksheets/sheet1.xml",
                bytes(xml),
                "xl/sharedStrings.xml",
                bytes(xml));
    }

    private static Map<String, byte[]> many() {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        for (int part = 0; part < 70_000; part++) {
            parts.put("xl/" + part + ".xml", new byte[0]);
        }
        return parts;
    }

    private static byte[] zip(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
