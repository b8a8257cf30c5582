package nl.koppelwerk.trust.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What is not as promised, in words, after one try. */
record Found(List<String> lost, List<String> doubled, List<String> stuck) {
    static Found nothing() {
        return new Found(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    List<String> all() {
        return Stream.of(
                        lost.stream().map(one -> "lost: " + one),
                        doubled.stream().map(one -> "doubled: " + one),
                        stuck.stream().map(one -> "stuck: " + one))
                .flatMap(one -> one)
                .toList();
    }
}
