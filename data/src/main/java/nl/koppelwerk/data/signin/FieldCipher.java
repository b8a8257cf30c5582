package nl.koppelwerk.data.signin;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.SecretKey;
import nl.koppelwerk.data.cipher.Keyed;

/** Encrypts single values (AES-256-GCM) with a key that is not in the database, each bound to the place where it stands. */
public final class FieldCipher {
    private final SecretKey key;
    private final Secrets secrets;

    public FieldCipher(SecretKey key, Secrets secrets) {
        this.key = key;
        this.secrets = secrets;
    }

    /** @param place table, column and row: the value can be read nowhere else */
    public byte[] encrypt(byte[] value, String place) {
        byte[] nonce = secrets.bytes(Keyed.NONCE_BYTES);
        byte[] encrypted = Keyed.encrypt(key, nonce, place, value);
        return ByteBuffer.allocate(nonce.length + encrypted.length)
                .put(nonce)
                .put(encrypted)
                .array();
    }

    /** @throws IllegalStateException when the key is another one, or the value was changed or moved */
    public byte[] decrypt(byte[] kept, String place) {
        ByteBuffer buffer = ByteBuffer.wrap(kept);
        byte[] nonce = new byte[Keyed.NONCE_BYTES];
        byte[] encrypted = new byte[kept.length - Keyed.NONCE_BYTES];
        buffer.get(nonce).get(encrypted);
        try {
            return Keyed.decrypt(key, nonce, place, encrypted);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the value at " + place + " cannot be read with this key", e);
        }
    }
}
