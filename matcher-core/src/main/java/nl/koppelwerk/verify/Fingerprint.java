package nl.koppelwerk.verify;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import nl.koppelwerk.problem.Problem;

/** The SHA-256 of everything in a problem, so that a proof cannot be taken for that of another. */
public final class Fingerprint {

    private final MessageDigest digest;
    private final byte[] bytes = new byte[Long.BYTES];

    private Fingerprint() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    /** In 64 hexadecimal digits. */
    public static String of(Problem problem) {
        return new Fingerprint().take(problem);
    }

    private String take(Problem problem) {
        longs(problem.requestWeight());
        ints(problem.requestSlots());
        for (boolean heavy : problem.requestHeavy()) {
            number(heavy ? 1 : 0);
        }
        ints(problem.requestGroup());
        ints(problem.groupParent());
        ints(problem.groupLimit());
        ints(problem.volunteerNumberLimit());
        ints(problem.volunteerHeavyLimit());
        ints(problem.volunteerHoursLimit());
        ints(problem.pairStart());
        ints(problem.pairVolunteer());
        ints(problem.pairValue());
        ints(problem.pairHours());
        longs(problem.pairDayParts());
        for (short tag : problem.pairTag()) {
            number(tag);
        }
        for (Problem.Interaction interaction : problem.interactions()) {
            ints(new int[] {interaction.first(), interaction.second(), interaction.penalty()});
        }
        ints(problem.fixedPair());
        longs(problem.fixedDayParts());
        return HexFormat.of().formatHex(digest.digest());
    }

    private void ints(int[] numbers) {
        number(numbers.length);
        for (int each : numbers) {
            number(each);
        }
    }

    private void longs(long[] numbers) {
        number(numbers.length);
        for (long each : numbers) {
            number(each);
        }
    }

    private void number(long number) {
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (number >>> 8 * i);
        }
        digest.update(bytes);
    }
}
