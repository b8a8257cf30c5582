package nl.koppelwerk.data.cipher;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;

/** A key of an organisation as the database holds it: nonce and encrypted key, bound to organisation and version. */
final class Wrapped {
    private Wrapped() {}

    static byte[] wrap(Key kek, UUID organisation, int version, byte[] key, SecureRandom random) {
        byte[] nonce = new byte[Keyed.NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] encrypted = Keyed.encrypt(kek, nonce, place(organisation, version), key);
        byte[] all = Arrays.copyOf(nonce, nonce.length + encrypted.length);
        System.arraycopy(encrypted, 0, all, nonce.length, encrypted.length);
        return all;
    }

    /** @throws BrokenSeal when it was changed, or is of another organisation or version */
    static byte[] unwrap(Key kek, UUID organisation, int version, byte[] wrapped) {
        try {
            return Keyed.decrypt(
                    kek,
                    Arrays.copyOf(wrapped, Keyed.NONCE_BYTES),
                    place(organisation, version),
                    Arrays.copyOfRange(wrapped, Keyed.NONCE_BYTES, wrapped.length));
        } catch (GeneralSecurityException e) {
            throw new BrokenSeal(place(organisation, version));
        }
    }

    private static String place(UUID organisation, int version) {
        return "data_key " + organisation + " " + version;
    }
}
