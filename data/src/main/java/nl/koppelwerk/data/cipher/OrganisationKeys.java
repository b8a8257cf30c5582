package nl.koppelwerk.data.cipher;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one organisation: the versions that values are encrypted with, and one for looking values up. A value is kept as
 * {@code {enc:1:version:table.column:row:index:nonce:text}}; everything before the text is bound to it.
 */
final class OrganisationKeys {
    static final String BEGIN = "{enc:1:";
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();
    private static final int INDEX_BYTES = 16;
    private static final int LONGEST_HEADER = 300;
    private static final int LONGEST_REMEMBERED = 300;
    private static final int MOST_REMEMBERED = 40_000;

    private final UUID organisation;
    private final byte[] lookingKey;
    private final NavigableMap<Integer, Key> versions;

    /** What was decrypted lately: a list by name reads all names each time. It goes with these keys, after a minute. */
    private final Map<String, String> remembered = new ConcurrentHashMap<>();

    OrganisationKeys(UUID organisation, byte[] lookingKey, NavigableMap<Integer, Key> versions) {
        this.organisation = organisation;
        this.lookingKey = lookingKey.clone();
        this.versions = new TreeMap<>(versions);
    }

    /** The version that new values get. */
    int version() {
        return versions.lastKey();
    }

    boolean has(int version) {
        return versions.containsKey(version);
    }

    String seal(Cell cell, UUID row, String text) {
        byte[] value = text.getBytes(StandardCharsets.UTF_8);
        String header = header(
                cell, row, index(cell.looking(), text), Base64.getEncoder().encodeToString(value));
        return header + TEXT.encodeToString(encrypted(header, value)) + "}";
    }

    byte[] seal(Cell cell, UUID row, byte[] value) {
        String header = header(cell, row, "", Base64.getEncoder().encodeToString(value));
        byte[] begin = header.getBytes(StandardCharsets.US_ASCII);
        byte[] encrypted = encrypted(header, value);
        byte[] all = Arrays.copyOf(begin, begin.length + encrypted.length);
        System.arraycopy(encrypted, 0, all, begin.length, encrypted.length);
        return all;
    }

    /** Empty for a way that nothing is looked for by. */
    String index(Cell.Looking looking, String text) {
        return looking == Cell.Looking.NOT
                ? ""
                : TEXT.encodeToString(Arrays.copyOf(
                        Keyed.hash(lookingKey, "index " + looking + " " + looking.plain(text)), INDEX_BYTES));
    }

    /**
     * The nonce follows from place and value under a key of its own, so the same value in the same place is written in the same
     * way: the database sees whether something changed. Different values have nonces as different as chance would give.
     */
    private String header(Cell cell, UUID row, String index, String value) {
        String place = cell.place() + ":" + row;
        byte[] nonce = Arrays.copyOf(Keyed.hash(lookingKey, "nonce " + place + " " + value), Keyed.NONCE_BYTES);
        return BEGIN + version() + ":" + place + ":" + index + ":" + TEXT.encodeToString(nonce) + ":";
    }

    private byte[] encrypted(String header, byte[] value) {
        Token token = Token.parse(header);
        return Keyed.encrypt(key(token), token.nonce(), bound(header), value);
    }

    String open(String kept) {
        if (kept.length() > LONGEST_REMEMBERED) {
            return decrypted(kept);
        }
        @Nullable String known = remembered.get(kept);
        if (known != null) {
            return known;
        }
        String text = decrypted(kept);
        if (remembered.size() < MOST_REMEMBERED) {
            remembered.put(kept, text);
        }
        return text;
    }

    private String decrypted(String kept) {
        Token token = Token.parse(kept);
        byte[] value =
                Base64.getUrlDecoder().decode(kept.substring(token.header().length(), kept.length() - 1));
        return new String(opened(token, value), StandardCharsets.UTF_8);
    }

    byte[] open(byte[] kept) {
        Token token = token(kept);
        return opened(token, Arrays.copyOfRange(kept, token.header().length(), kept.length));
    }

    static Token token(byte[] kept) {
        return Token.parse(new String(kept, 0, Math.min(kept.length, LONGEST_HEADER), StandardCharsets.ISO_8859_1));
    }

    private byte[] opened(Token token, byte[] value) {
        try {
            return Keyed.decrypt(key(token), token.nonce(), bound(token.header()), value);
        } catch (GeneralSecurityException e) {
            throw new BrokenSeal(token.place());
        }
    }

    private Key key(Token token) {
        @Nullable Key key = versions.get(token.version());
        if (key == null) {
            throw new BrokenSeal(token.place());
        }
        return key;
    }

    private String bound(String header) {
        return organisation + " " + header;
    }
}
