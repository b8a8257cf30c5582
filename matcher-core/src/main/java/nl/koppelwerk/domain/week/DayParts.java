package nl.koppelwerk.domain.week;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A set of day-parts of the week.
 *
 * @param bits bit {@link DayPart#index()} is set when the day-part is in the set; 28 bits
 */
public record DayParts(int bits) {
    public static final DayParts NONE = new DayParts(0);

    public DayParts {
        if (bits < 0 || bits >= 1 << 28) {
            throw new IllegalArgumentException("a week has 28 day-parts; bits " + Integer.toBinaryString(bits));
        }
    }

    public static DayParts of(DayPart... parts) {
        int bits = 0;
        for (DayPart part : parts) {
            bits |= 1 << part.index();
        }
        return new DayParts(bits);
    }

    /** Reads {@code wed-afternoon sat-morning}; the inverse of {@link #toString()}. */
    public static DayParts parse(String text) {
        int bits = 0;
        for (String piece : text.strip().split("[\\s,|]+", -1)) {
            if (!piece.isEmpty()) {
                bits |= 1 << DayPart.parse(piece).index();
            }
        }
        return new DayParts(bits);
    }

    public boolean contains(DayPart part) {
        return (bits & 1 << part.index()) != 0;
    }

    public DayParts and(DayParts other) {
        return new DayParts(bits & other.bits);
    }

    public DayParts without(DayParts other) {
        return new DayParts(bits & ~other.bits);
    }

    public DayParts or(DayParts other) {
        return new DayParts(bits | other.bits);
    }

    public int size() {
        return Integer.bitCount(bits);
    }

    public boolean isEmpty() {
        return bits == 0;
    }

    /** The day-parts in the order of the week. */
    public List<DayPart> list() {
        return IntStream.range(0, 28)
                .filter(index -> (bits & 1 << index) != 0)
                .mapToObj(DayPart::at)
                .toList();
    }

    @Override
    public String toString() {
        return list().stream().map(DayPart::toString).collect(Collectors.joining(" "));
    }
}
