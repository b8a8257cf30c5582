package nl.koppelwerk.trust.abuse;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import nl.koppelwerk.trust.abuse.Grounds.Answer;
import nl.koppelwerk.trust.abuse.Grounds.Sent;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/** Types what was not expected into every field of every form and every parameter of every page. */
final class WildInput implements Attack {
    private static final int SLOW_MILLIS = 5_000;

    @Override
    public String name() {
        return "input";
    }

    @Override
    public List<Held> on(Grounds grounds, Random random, int tries) {
        Held answered = new Held("Whatever is typed, a page answers and none fails");
        Held quick = new Held("Whatever is typed, a page answers within five seconds");
        Site site = Site.of(grounds);
        List<Spot> spots = spots(site);
        for (int i = 0; i < Math.max(tries, spots.size()); i++) {
            Spot spot = spots.get(i % spots.size());
            String text = Nasty.any(random);
            long began = System.nanoTime();
            Answer answer = grounds.undone(() -> grounds.send(spot.with(text)));
            long millis = (System.nanoTime() - began) / 1_000_000;
            String found = "%s, field %s: \"%s\": %d %s"
                    .formatted(spot.where, spot.field, Nasty.shown(text), answer.status(), reason(answer));
            answered.expect(!answer.failed(), found);
            quick.expect(millis < SLOW_MILLIS, found + ", " + millis + " ms");
        }
        return List.of(answered, quick);
    }

    private static String reason(Answer answer) {
        return answer.failed() ? answer.body().lines().findFirst().orElse("") : "";
    }

    /** Something that can be filled in. */
    private record Spot(String where, Site.Page page, Site.@Nullable Door door, String field) {
        Sent with(String text) {
            return door == null
                    ? new Sent(page.by(), HttpMethod.GET, page.address(), List.of(new Sent.Field(field, text)))
                    : door.sent(door.form().with(field, text));
        }
    }

    private static List<Spot> spots(Site site) {
        List<Spot> spots = new ArrayList<>();
        for (Site.Door door : site.doors()) {
            door.form().blank().forEach(field -> spots.add(new Spot(door.name(), door.page(), door, field)));
        }
        for (Site.Page page : site.pages()) {
            page.parameters()
                    .forEach(field ->
                            spots.add(new Spot("GET " + page.pattern() + " by " + page.who(), page, null, field)));
        }
        return spots;
    }
}
