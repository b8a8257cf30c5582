package nl.koppelwerk.data.signin;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** Encrypts single values (AES-256-GCM) with a key that is not in the database, each bound to the place where it stands. */
public final class FieldCipher {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final Secrets secrets;

    public FieldCipher(SecretKey key, Secrets secrets) {
        this.key = key;
        this.secrets = secrets;
    }

    /** @param place table, column and row: the value can be read nowhere else */
    public byte[] encrypt(byte[] value, String place) {
        byte[] nonce = secrets.bytes(NONCE_BYTES);
        byte[] encrypted = run(Cipher.ENCRYPT_MODE, nonce, value, place);
        return ByteBuffer.allocate(nonce.length + encrypted.length)
                .put(nonce)
                .put(encrypted)
                .array();
    }

    /** @throws IllegalStateException when the key is another one, or the value was changed or moved */
    public byte[] decrypt(byte[] kept, String place) {
        ByteBuffer buffer = ByteBuffer.wrap(kept);
        byte[] nonce = new byte[NONCE_BYTES];
        byte[] encrypted = new byte[kept.length - NONCE_BYTES];
        buffer.get(nonce).get(encrypted);
        return run(Cipher.DECRYPT_MODE, nonce, encrypted, place);
    }

    private byte[] run(int mode, byte[] nonce, byte[] value, String place) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(value);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the value at " + place + " cannot be read with this key", e);
        }
    }
}
