package nl.koppelwerk.data.cipher;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The two things that are done with a key: AES-256-GCM and HMAC-SHA-256, both of the JDK. */
public final class Keyed {
    public static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private Keyed() {}

    static byte[] hash(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK knows HmacSHA256", e);
        }
    }

    public static byte[] encrypt(Key key, byte[] nonce, String bound, byte[] value) {
        try {
            return run(Cipher.ENCRYPT_MODE, key, nonce, bound, value);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK knows AES-GCM", e);
        }
    }

    /** @throws GeneralSecurityException when the key, the place or the value is another one */
    public static byte[] decrypt(Key key, byte[] nonce, String bound, byte[] value) throws GeneralSecurityException {
        return run(Cipher.DECRYPT_MODE, key, nonce, bound, value);
    }

    private static byte[] run(int mode, Key key, byte[] nonce, String bound, byte[] value)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(bound.getBytes(StandardCharsets.UTF_8));
        return cipher.doFinal(value);
    }
}
