package nl.koppelwerk.data.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What one pass over the bytes of a file tells.
 *
 * @param spreadsheet whether it is a packed file, as XLSX is; a text otherwise
 * @param charset of a text
 */
record Inspection(String sha256, boolean spreadsheet, Charset charset) {
    private static final int HEAD = 4096;
    private static final int CONTAINER = 32 << 20;

    static Inspection of(Path path, String name) throws WrongFileException, IOException {
        byte[] head = head(path);
        Signature signature = Signature.of(head);
        if (signature == Signature.OLD_EXCEL && hasPassword(path)) {
            signature = Signature.PROTECTED;
        }
        if (signature.refusal().isPresent()) {
            throw new WrongFileException(signature.refusal().get(), name);
        }
        MessageDigest digest = newDigest();
        TextScan scan = new TextScan();
        try (InputStream in = Files.newInputStream(path)) {
            byte[] buffer = new byte[1 << 16];
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                digest.update(buffer, 0, length);
                scan.add(buffer, length);
            }
        }
        String fingerprint = HexFormat.of().formatHex(digest.digest());
        if (signature == Signature.ZIP) {
            return new Inspection(fingerprint, true, StandardCharsets.UTF_8);
        }
        return new Inspection(fingerprint, false, charset(signature, scan, name));
    }

    private static Charset charset(Signature signature, TextScan scan, String name) throws WrongFileException {
        if (signature == Signature.UTF_16) {
            return StandardCharsets.UTF_16;
        }
        if (scan.blank()) {
            throw new WrongFileException("empty", name);
        }
        if (scan.binary()) {
            throw new WrongFileException("binary", name);
        }
        if (scan.validUtf8()) {
            return StandardCharsets.UTF_8;
        }
        if (scan.mixed()) {
            throw new WrongFileException("mixed-encoding", name);
        }
        return Charset.forName("windows-1252");
    }

    /** An XLSX file with a password is a container of the old kind with a part of this name, in two bytes a letter. */
    private static boolean hasPassword(Path path) throws IOException {
        String name = new String("EncryptedPackage".getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
        try (InputStream in = Files.newInputStream(path)) {
            return new String(in.readNBytes(CONTAINER), StandardCharsets.ISO_8859_1).contains(name);
        }
    }

    private static byte[] head(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] head = new byte[HEAD];
            return Arrays.copyOf(head, in.readNBytes(head, 0, HEAD));
        }
    }

    static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
