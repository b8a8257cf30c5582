package nl.koppelwerk.trust.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.LongStream;

/** What the processors of this computer did since it started, whoever asked; known on Linux only. */
record Machine(Duration busy, Duration every) {
    private static final Path STATISTICS = Path.of("/proc/stat");
    private static final int TICKS_PER_SECOND = 100;
    private static final int IDLE = 3;
    private static final int WAITING = 4;
    private static final int GUEST = 8;

    static Machine now() {
        if (!Files.exists(STATISTICS)) {
            return new Machine(Duration.ZERO, Duration.ZERO);
        }
        try {
            long[] ticks = Arrays.stream(
                            Files.readAllLines(STATISTICS).getFirst().split(" +"))
                    .skip(1)
                    .limit(GUEST)
                    .mapToLong(Long::parseLong)
                    .toArray();
            long all = LongStream.of(ticks).sum();
            return new Machine(time(all - ticks[IDLE] - ticks[WAITING]), time(all));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Duration time(long ticks) {
        return Duration.ofMillis(ticks * 1000 / TICKS_PER_SECOND);
    }
}
