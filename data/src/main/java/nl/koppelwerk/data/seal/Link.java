package nl.koppelwerk.data.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A place in the chain and the hash up to it, in hexadecimal digits: over the hash before and everything that the entry there
 * says.
 */
record Link(long place, String hash) {
    /** Before the first entry. */
    static final Link START = new Link(0, "0".repeat(64));

    private static final String SHAPE = "koppelwerk audit 1";

    /** What comes after this one, if this entry does. */
    Link then(ChainedEntry entry) {
        MessageDigest digest = sha256();
        digest.update(HexFormat.of().parseHex(hash));
        add(digest, SHAPE);
        add(digest, entry.organisation().toString());
        add(digest, Long.toString(place + 1));
        add(digest, Long.toString(entry.number()));
        add(digest, entry.at().toString());
        add(digest, entry.account().map(Object::toString).orElse(""));
        add(digest, entry.action());
        add(digest, entry.subject());
        add(digest, entry.object());
        add(digest, entry.detail());
        return new Link(place + 1, HexFormat.of().formatHex(digest.digest()));
    }

    /** With its length before it, so that nothing can move from one field into the next. */
    private static void add(MessageDigest digest, String field) {
        byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK knows SHA-256", e);
        }
    }
}
