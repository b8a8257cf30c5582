package nl.koppelwerk.trust.load;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** What somebody does next, each thing as often as it is done. */
final class Choice {
    private record Way(int weight, Runnable act) {}

    private final RandomGenerator random;
    private final List<Way> ways = new ArrayList<>();
    private int total;

    Choice(RandomGenerator random) {
        this.random = random;
    }

    /** @param weight so many times in all of the weights together */
    Choice of(int weight, Runnable act) {
        ways.add(new Way(weight, act));
        total += weight;
        return this;
    }

    void take() {
        int left = random.nextInt(total);
        for (Way way : ways) {
            left -= way.weight();
            if (left < 0) {
                way.act().run();
                return;
            }
        }
    }

    <T> T among(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }
}
