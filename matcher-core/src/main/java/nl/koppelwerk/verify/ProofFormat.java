package nl.koppelwerk.verify;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import nl.koppelwerk.bound.Certificate;
import nl.koppelwerk.problem.PlanValue;

/**
 * A {@link RunProof} as bytes, so that anybody can write a verifier of their own.
 *
 * <p>Four bytes {@code KWPR}, one byte version (1), four bytes CRC-32 of what follows, highest byte first. What follows
 * is compressed by deflate (zlib, RFC 1950): 32 bytes fingerprint; value, bound, first bound, held and second bound as
 * whole numbers (value and bound being two each: first level, second level); then the prices of the first level and those
 * of the second, each written by {@link PriceFormat}. A whole number n is written as {@code (n << 1) ^ (n >> 63)}, seven
 * bits a byte, lowest first, the highest bit set on all bytes but the last.
 */
public final class ProofFormat {

    static final int VERSION = 1;

    private static final byte[] MARK = {'K', 'W', 'P', 'R'};
    private static final int HEADING = MARK.length + 1 + Integer.BYTES;
    private static final int FINGERPRINT = 32;

    private ProofFormat() {}

    public static byte[] write(RunProof proof) {
        byte[] packed = pack(proof);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(MARK);
            out.writeByte(VERSION);
            out.writeInt(checksum(packed, 0));
            out.write(packed);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static byte[] pack(RunProof proof) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes, deflater))) {
            out.write(HexFormat.of().parseHex(proof.fingerprint()));
            PriceFormat format = new PriceFormat();
            format.numbers(out, proof.value().servedWeight(), proof.value().fit());
            format.numbers(out, proof.bound().servedWeight(), proof.bound().fit());
            Certificate prices = proof.prices();
            format.numbers(out, prices.firstBound(), prices.held(), prices.secondBound());
            format.write(out, prices.firstPrices());
            format.write(out, prices.secondPrices());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    /** @throws UnreadableProofException when these bytes are not a proof of this version, whole and undamaged */
    public static RunProof read(byte[] bytes) throws UnreadableProofException {
        if (bytes.length < HEADING || !Arrays.equals(MARK, Arrays.copyOf(bytes, MARK.length))) {
            throw new UnreadableProofException("it does not begin as one");
        }
        if (bytes[MARK.length] != VERSION) {
            throw new UnreadableProofException(
                    "version %d, this program knows %d".formatted(bytes[MARK.length], VERSION));
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            in.skipNBytes(MARK.length + 1);
            if (in.readInt() != checksum(bytes, HEADING)) {
                throw new UnreadableProofException("damaged: its checksum is another");
            }
            try (DataInputStream packed = new DataInputStream(new InflaterInputStream(in))) {
                return unpack(packed);
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw new UnreadableProofException("cut short: " + broken.getMessage());
        }
    }

    private static RunProof unpack(DataInputStream in) throws IOException {
        String fingerprint = HexFormat.of().formatHex(in.readNBytes(FINGERPRINT));
        PriceFormat format = new PriceFormat();
        PlanValue value = new PlanValue(format.number(in), format.number(in));
        PlanValue bound = new PlanValue(format.number(in), format.number(in));
        long firstBound = format.number(in);
        long held = format.number(in);
        long secondBound = format.number(in);
        return new RunProof(
                fingerprint,
                value,
                bound,
                new Certificate(firstBound, format.read(in), held, secondBound, format.read(in)));
    }

    private static int checksum(byte[] bytes, int from) {
        CRC32 crc = new CRC32();
        crc.update(bytes, from, bytes.length - from);
        return (int) crc.getValue();
    }
}
