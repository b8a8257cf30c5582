package nl.koppelwerk.pairing.life;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.domain.pairing.Side;

/** How the two come together: what each answered, and the introduction. */
public record Meeting(Map<Side, Reply> replies, Optional<Introduction> introduction) {
    public static final Meeting NONE = new Meeting(Map.of(), Optional.empty());

    public Meeting {
        replies = Map.copyOf(replies);
    }

    /** Both want it. */
    public boolean agreed() {
        return replies.get(Side.FAMILY) == Reply.YES && replies.get(Side.VOLUNTEER) == Reply.YES;
    }

    Meeting with(Side side, Reply reply) {
        Map<Side, Reply> all = new EnumMap<>(Side.class);
        all.putAll(replies);
        all.put(side, reply);
        return new Meeting(all, introduction);
    }

    Meeting with(Introduction planned) {
        return new Meeting(replies, Optional.of(planned));
    }
}
