package nl.koppelwerk.data.cipher;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;
import tools.jackson.core.io.JsonStringEncoder;

/** What happens to single values on their way to the database and back. */
final class Seals {
    private static final byte[] BEGIN = OrganisationKeys.BEGIN.getBytes(StandardCharsets.US_ASCII);

    private final KeyRing ring;

    Seals(KeyRing ring) {
        this.ring = ring;
    }

    /** @throws IllegalStateException when something is to be encrypted outside an organisation */
    @Nullable
    Object leaving(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text when Clear.isIn(text) -> Clear.sealed(text, ring);
            case String text -> Clear.harmless(text);
            case ClearBytes bytes -> bytes.sealed(ring.of(Whose.entered()));
            default -> value;
        };
    }

    /** Values that are not encrypted, and all values outside an organisation, stay as they are. */
    Object arriving(Object value) throws SQLException {
        return switch (value) {
            case String text when text.contains(OrganisationKeys.BEGIN) && Whose.KEYS.isBound() -> opened(text);
            case byte[] bytes when begins(bytes) && Whose.KEYS.isBound() -> opened(bytes);
            case PGobject object
            when object.getValue() instanceof String text
                    && text.contains(OrganisationKeys.BEGIN)
                    && Whose.KEYS.isBound() -> opened(object, text);
            case String[] texts when Whose.KEYS.isBound() -> opened(texts);
            default -> value;
        };
    }

    private Object opened(String[] texts) throws SQLException {
        String[] opened = texts.clone();
        for (int at = 0; at < opened.length; at++) {
            if (opened[at] != null) {
                opened[at] = String.valueOf(arriving(opened[at]));
            }
        }
        return opened;
    }

    private PGobject opened(PGobject object, String text) throws SQLException {
        PGobject opened = new PGobject();
        opened.setType(object.getType());
        opened.setValue(opened(text));
        return opened;
    }

    private byte[] opened(byte[] bytes) {
        return ring.of(Whose.entered(), OrganisationKeys.token(bytes).version()).open(bytes);
    }

    /** A text may hold several, as a list of names does; between the quotes of JSON what comes out is written as JSON. */
    private String opened(String text) {
        if (text.startsWith(OrganisationKeys.BEGIN) && text.indexOf('}') == text.length() - 1) {
            return ring.of(Whose.entered(), Token.version(text)).open(text);
        }
        Matcher matcher = Token.WHOLE.matcher(text);
        boolean json = text.startsWith("[")
                || text.startsWith("\"")
                || text.startsWith("{") && !text.startsWith(OrganisationKeys.BEGIN);
        StringBuilder opened = new StringBuilder(text.length());
        while (matcher.find()) {
            String value =
                    ring.of(Whose.entered(), Integer.parseInt(matcher.group(1))).open(matcher.group());
            boolean quoted = json && text.startsWith("\"", matcher.start() - 1) && text.startsWith("\"", matcher.end());
            matcher.appendReplacement(opened, Matcher.quoteReplacement(quoted ? escaped(value) : value));
        }
        return matcher.appendTail(opened).toString();
    }

    private static String escaped(String value) {
        return String.valueOf(JsonStringEncoder.getInstance().quoteAsCharArray(value));
    }

    static boolean begins(byte[] bytes) {
        return bytes.length > BEGIN.length && Arrays.equals(bytes, 0, BEGIN.length, BEGIN, 0, BEGIN.length);
    }
}
