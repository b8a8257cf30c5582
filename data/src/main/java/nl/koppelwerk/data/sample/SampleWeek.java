package nl.koppelwerk.data.sample;

import nl.koppelwerk.domain.week.DayParts;

/** When people have time: families after school and at the weekend, buddies on weekdays, support families at weekends. */
final class SampleWeek {
    /** Weights by day-part, Monday morning first, four a day. */
    private static final int[] FAMILY = {
        6, 8, 5, 0, 6, 8, 5, 0, 6, 14, 5, 0, 6, 8, 5, 0, 6, 9, 4, 0, 7, 9, 3, 1, 3, 7, 2, 0
    };

    private static final int[] BUDDY = {
        8, 9, 7, 0, 9, 9, 7, 0, 8, 11, 6, 0, 9, 9, 7, 0, 7, 7, 3, 0, 5, 5, 2, 0, 2, 4, 2, 0
    };

    private static final int[] SUPPORT_FAMILY = {
        1, 5, 2, 0, 1, 5, 2, 0, 2, 14, 2, 0, 1, 5, 2, 0, 2, 8, 4, 2, 14, 15, 5, 4, 10, 13, 3, 1
    };

    private SampleWeek() {}

    static DayParts ofFamily(Dice dice, int number) {
        return draw(dice, FAMILY, number);
    }

    static DayParts ofBuddy(Dice dice, int number) {
        return draw(dice, BUDDY, number);
    }

    static DayParts ofSupportFamily(Dice dice, int number) {
        return draw(dice, SUPPORT_FAMILY, number);
    }

    private static DayParts draw(Dice dice, int[] weights, int number) {
        int[] left = weights.clone();
        int bits = 0;
        for (int i = 0; i < number; i++) {
            int drawn = dice.weighted(left);
            bits |= 1 << drawn;
            left[drawn] = 0;
        }
        return new DayParts(bits);
    }
}
