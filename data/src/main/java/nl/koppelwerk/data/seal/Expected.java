package nl.koppelwerk.data.seal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the heads of an organisation say its chain must be.
 *
 * @param from where it counts from
 * @param signed hash by place
 * @param end the last head
 * @param noted heads of an uncommon kind
 */
record Expected(Link from, Map<Long, String> signed, Optional<Head> end, List<Head> noted) {
    Expected {
        signed = Map.copyOf(signed);
        noted = List.copyOf(noted);
    }

    static Expected by(List<Head> heads) {
        Deque<Link> from = new ArrayDeque<>(List.of(Link.START));
        TreeMap<Long, String> signed = new TreeMap<>();
        Optional<Head> end = Optional.empty();
        for (Head head : heads) {
            switch (head.kind()) {
                case SEALED, WITNESSED -> signed.put(head.place(), head.hash());
                case LET_GO -> from.push(head.link());
                case ACCEPTED -> {
                    from.push(head.link());
                    signed.clear();
                }
                case RESTORED -> {
                    from.removeIf(link -> link.place() > head.place());
                    signed.tailMap(head.place(), false).clear();
                    signed.put(head.place(), head.hash());
                }
            }
            end = follows(end, head) ? Optional.of(head) : end;
        }
        Link counted = from.getFirst();
        signed.headMap(counted.place(), true).clear();
        return new Expected(counted, signed, end, uncommon(heads));
    }

    /** Letting go of the beginning does not move the end. */
    static boolean follows(Optional<Head> end, Head next) {
        return next.kind() != Head.Kind.LET_GO
                || next.place() >= end.map(Head::place).orElse(0L);
    }

    private static List<Head> uncommon(List<Head> heads) {
        List<Head> uncommon = new ArrayList<>(heads);
        uncommon.removeIf(head -> head.kind() == Head.Kind.SEALED);
        return uncommon;
    }
}
