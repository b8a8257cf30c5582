package nl.koppelwerk.data.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.koppelwerk.data.database.PrivateFiles;
import org.jspecify.annotations.Nullable;

/** The Ed25519 key that heads are signed with: both halves to sign with, the public half to check with. */
public final class SigningKey {
    private static final String ALGORITHM = "Ed25519";
    private static final Pattern PART =
            Pattern.compile("-----BEGIN (PRIVATE|PUBLIC) KEY-----([A-Za-z0-9+/=\\s]+)-----END \\1 KEY-----");
    private static final int NAME_BYTES = 6;

    private final @Nullable PrivateKey secret;
    private final PublicKey open;

    private SigningKey(@Nullable PrivateKey secret, PublicKey open) {
        this.secret = secret;
        this.open = open;
    }

    /**
     * @throws UncheckedIOException when the file cannot be read or holds no such key; the message names it and says what is
     *     expected
     */
    public static SigningKey read(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.US_ASCII);
            PrivateKey secret = null;
            PublicKey open = null;
            KeyFactory keys = KeyFactory.getInstance(ALGORITHM);
            for (Matcher part = PART.matcher(text); part.find(); ) {
                byte[] bytes = Base64.getMimeDecoder().decode(part.group(2));
                if ("PRIVATE".equals(part.group(1))) {
                    secret = keys.generatePrivate(new PKCS8EncodedKeySpec(bytes));
                } else {
                    open = keys.generatePublic(new X509EncodedKeySpec(bytes));
                }
            }
            if (open == null) {
                throw new IOException("no public key in it");
            }
            return new SigningKey(secret, open);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new UncheckedIOException(new IOException(
                    "cannot read " + file + " as an Ed25519 key in PEM ("
                            + e.getClass().getSimpleName() + ")",
                    e));
        }
    }

    /** Makes a key, in a file that only its owner can read, with the public half in a file beside it. */
    static SigningKey make(Path file) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            String open = pem("PUBLIC", pair.getPublic().getEncoded());
            PrivateFiles.write(file, pem("PRIVATE", pair.getPrivate().getEncoded()) + open);
            Files.writeString(file.resolveSibling(file.getFileName() + ".pub"), open);
            return new SigningKey(pair.getPrivate(), pair.getPublic());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK knows " + ALGORITHM, e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static String pem(String half, byte[] bytes) {
        return "-----BEGIN " + half + " KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes) + "\n-----END " + half
                + " KEY-----\n";
    }

    /** Short, to tell keys apart on paper. */
    public String name() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(open.getEncoded());
            return HexFormat.of().formatHex(digest, 0, NAME_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK knows SHA-256", e);
        }
    }

    Optional<String> sign(String text) {
        if (secret == null) {
            return Optional.empty();
        }
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Optional.of(Base64.getEncoder().withoutPadding().encodeToString(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an Ed25519 key that was read signs", e);
        }
    }

    boolean signed(String text, String signature) {
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(open);
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
