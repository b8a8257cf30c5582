package nl.koppelwerk.candidates;

import nl.koppelwerk.domain.snapshot.Snapshot;
import nl.koppelwerk.example.ACity;

/** Run by hand: how long finding the candidates takes, by number of families given as arguments. */
final class CandidatesTiming {
    private CandidatesTiming() {}

    public static void main(String[] arguments) {
        for (String families : arguments) {
            Snapshot city = ACity.of(Integer.parseInt(families), 7);
            for (int round = 0; round < 5; round++) {
                long start = System.nanoTime();
                int pairs = Candidates.find(city).problem().pairs();
                System.out.printf(
                        "%s families, %d pairs, %d ms%n", families, pairs, (System.nanoTime() - start) / 1_000_000);
            }
        }
    }
}
