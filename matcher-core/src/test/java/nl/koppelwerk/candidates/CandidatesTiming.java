package nl.koppelwerk.candidates;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import nl.koppelwerk.domain.snapshot.Snapshot;
import nl.koppelwerk.example.ACity;

/** Run by hand: how long finding the candidates takes, by number of families given as arguments. */
final class CandidatesTiming {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private CandidatesTiming() {}

    public static void main(String[] arguments) {
        for (String families : arguments) {
            Snapshot city = ACity.of(Integer.parseInt(families), 7);
            for (int round = 0; round < 5; round++) {
                long start = System.nanoTime();
                long processor = SYSTEM.getProcessCpuTime();
                int pairs = Candidates.find(city).problem().pairs();
                System.out.printf(
                        "%s families, %d pairs, %d ms, %d ms of processor%n",
                        families,
                        pairs,
                        (System.nanoTime() - start) / 1_000_000,
                        (SYSTEM.getProcessCpuTime() - processor) / 1_000_000);
            }
        }
    }
}
