package nl.koppelwerk.data.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Unpacks a packed file to nowhere before any parser sees it: a file of some kilobytes can hold gigabytes. Every part is
 * counted while it is unpacked; what the file itself says about sizes is not believed.
 */
final class SpreadsheetCheck {
    private static final int MAXIMUM_PARTS = 10_000;
    private static final int MAXIMUM_RATIO = 100;
    private static final long FREE_OF_RATIO = 1 << 20;
    private static final int LONGEST_TEXT = 1 << 20;
    private final Path path;
    private final String name;
    private final FileLimits limits;
    private long total;

    SpreadsheetCheck(Path path, String name, FileLimits limits) {
        this.path = path;
        this.name = name;
        this.limits = limits;
    }

    void run() throws WrongFileException, IOException {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            if (zip.size() > MAXIMUM_PARTS) {
                throw bomb();
            }
            checkKind(zip);
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                checkPart(zip, entries.nextElement());
            }
        } catch (ZipException e) {
            throw new WrongFileException("damaged", name);
        } catch (java.io.EOFException e) {
            throw new WrongFileException("damaged", name);
        }
    }

    private void checkKind(ZipFile zip) throws WrongFileException {
        if (zip.getEntry("xl/workbook.bin") != null) {
            throw new WrongFileException("binary-excel", name);
        }
        if (zip.getEntry("content.xml") != null && zip.getEntry("mimetype") != null) {
            throw new WrongFileException("open-document", name);
        }
        if (zip.getEntry("word/document.xml") != null || zip.getEntry("ppt/presentation.xml") != null) {
            throw new WrongFileException("document", name);
        }
        if (zip.getEntry("xl/workbook.xml") == null || zip.getEntry("[Content_Types].xml") == null) {
            throw new WrongFileException("packed", name);
        }
    }

    private void checkPart(ZipFile zip, ZipEntry entry) throws WrongFileException, IOException {
        long allowed = mostBytes(entry.getName());
        long size = 0;
        int run = 0;
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = zip.getInputStream(entry)) {
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                size += length;
                total += length;
                run = runWithoutTag(buffer, length, run);
                boolean ratio = size > FREE_OF_RATIO && size / MAXIMUM_RATIO > entry.getCompressedSize();
                if (ratio || size > allowed || total > limits.maximumInflatedBytes()) {
                    throw bomb();
                }
                if (run > LONGEST_TEXT && entry.getName().endsWith(".xml")) {
                    throw bomb();
                }
            }
        }
    }

    /** Sheets are read as a stream; the shared texts are kept in memory, and the rest is small in an honest file. */
    private long mostBytes(String part) {
        if (part.startsWith("xl/worksheets/") || part.startsWith("xl/media/")) {
            return limits.maximumInflatedBytes();
        }
        return part.endsWith("haredStrings.xml") ? limits.maximumStringsBytes() : limits.maximumStringsBytes() / 8;
    }

    /** How far back the last {@code <} is; more than a megabyte is a single text or attribute made to fill memory. */
    private static int runWithoutTag(byte[] buffer, int length, int before) {
        int run = before;
        for (int i = 0; i < length; i++) {
            run = buffer[i] == '<' ? 0 : run + 1;
            if (run > LONGEST_TEXT) {
                return run;
            }
        }
        return run;
    }

    private WrongFileException bomb() {
        return new WrongFileException("inflates", name);
    }
}
