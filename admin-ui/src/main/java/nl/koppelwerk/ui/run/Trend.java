package nl.koppelwerk.ui.run;

import java.util.ArrayList;
import java.util.List;
import nl.koppelwerk.data.view.RunView;

/**
 * The last published runs as a small picture: a bar for each, proposals below and requests without one above. The table
 * beside it has the figures.
 *
 * @param bars oldest first
 */
record Trend(List<Bar> bars) {
    private static final int HEIGHT = 56;
    private static final int STEP = 12;
    private static final int FEWEST = 2;

    Trend {
        bars = List.copyOf(bars);
    }

    /** In the units of the picture, counted from its top. */
    record Bar(int x, int top, int proposedTop, int bottom) {
        public int unpairedHeight() {
            return proposedTop - top;
        }

        public int proposedHeight() {
            return bottom - proposedTop;
        }
    }

    /** @param newestFirst as in the list */
    static Trend of(List<RunView> newestFirst) {
        List<RunView> published = newestFirst.reversed().stream()
                .filter(run -> run.status() == RunView.Status.PUBLISHED)
                .toList();
        long most = published.stream()
                .mapToLong(run -> run.figures().proposed() + run.figures().unpaired())
                .max()
                .orElse(0);
        List<Bar> bars = new ArrayList<>();
        for (RunView run : published) {
            int proposed = height(run.figures().proposed(), most);
            int all = height(run.figures().proposed() + run.figures().unpaired(), most);
            bars.add(new Bar(bars.size() * STEP, HEIGHT - all, HEIGHT - proposed, HEIGHT));
        }
        return new Trend(bars);
    }

    private static int height(long number, long most) {
        return most == 0 ? 0 : (int) Math.round((double) HEIGHT * number / most);
    }

    /** One run alone is no trend. */
    public boolean isWorthShowing() {
        return bars.size() >= FEWEST;
    }

    public int width() {
        return bars.size() * STEP;
    }

    public int height() {
        return HEIGHT;
    }
}
