package nl.koppelwerk.trust.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;

/** How long each request took, by the kind of page and the part of the day that it was asked in. */
final class Measurements {
    /** Parts of the measured time: nothing else goes on, or a night is matched. Before, nothing is kept. */
    enum Part {
        WARMING_UP,
        ORDINARY,
        DURING_NIGHT
    }

    /** @param wrong empty: as it should be; else what came instead */
    record Taken(Part part, long nanos, String wrong) {}

    /** Of one kind of page, sorted by time. */
    record Spread(String kind, long[] nanos, long wrong) {
        long count() {
            return nanos.length;
        }

        double millis(double share) {
            return nanos.length == 0
                    ? 0
                    : nanos[(int) Math.min(nanos.length - 1L, (long) (nanos.length * share))] / 1e6;
        }

        double slowest() {
            return nanos.length == 0 ? 0 : nanos[nanos.length - 1] / 1e6;
        }
    }

    private final Map<String, ConcurrentLinkedQueue<Taken>> taken = new ConcurrentHashMap<>();
    private final AtomicReference<Part> now = new AtomicReference<>(Part.WARMING_UP);

    void begin(Part part) {
        now.set(part);
    }

    void add(String kind, Duration took, String wrong) {
        Part part = now.get();
        if (part != Part.WARMING_UP) {
            taken.computeIfAbsent(kind, fresh -> new ConcurrentLinkedQueue<>())
                    .add(new Taken(part, took.toNanos(), wrong));
        }
    }

    List<Spread> byKind() {
        return new TreeMap<>(taken)
                .entrySet().stream()
                        .map(one -> spread(one.getKey(), List.copyOf(one.getValue())))
                        .toList();
    }

    Spread all(Part... parts) {
        List<Taken> every = new ArrayList<>();
        taken.values().forEach(every::addAll);
        return spread(
                "all",
                every.stream()
                        .filter(one -> List.of(parts).contains(one.part()))
                        .toList());
    }

    /** What went wrong, each with how often. */
    Map<String, Long> wrongs() {
        Map<String, Long> counts = new TreeMap<>();
        taken.forEach((kind, all) -> all.stream()
                .filter(one -> !one.wrong().isEmpty())
                .forEach(one -> counts.merge(kind + ": " + one.wrong(), 1L, Long::sum)));
        return counts;
    }

    private static Spread spread(String kind, List<Taken> all) {
        return new Spread(
                kind,
                all.stream().mapToLong(Taken::nanos).sorted().toArray(),
                all.stream().filter(one -> !one.wrong().isEmpty()).count());
    }
}
