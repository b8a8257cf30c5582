package nl.koppelwerk.trust.abuse;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.koppelwerk.trust.abuse.Grounds.Sent;
import nl.koppelwerk.ui.access.TwoOrganisations.Whose;

/** Sends with every form what it has no field for, and holds the whole database beside what it is without. */
final class MassAssignment implements Attack {
    private static final Set<String> LIST =
            Set.of("municipality", "postcode", "programme", "kind", "urgency", "language");

    /**
     * Read with a form though it does not show them: a script says the how-manieth change of which page it sends, and any step
     * of a pairing may come with a note. A decision takes along which part of the list somebody works through, and so opens
     * another next proposal, or none.
     */
    private static final Map<String, Set<String>> BESIDE = Map.of(
            "POST /own/save", Set.of("page", "number"),
            "POST /pairings/{id}/take-on", Set.of("note"),
            "POST /proposals/{id}/confirm", LIST,
            "POST /proposals/{id}/decline", LIST,
            "POST /proposals/{id}/hold", LIST);

    private final Held ignored = new Held("A field that a form does not have changes nothing, whatever its name");
    private final Held taken = new Held("A form changes something when it is filled in (so that this is a test)");

    @Override
    public String name() {
        return "fields";
    }

    @Override
    public List<Held> on(Grounds grounds, Random random, int tries) {
        List<Site.Door> doors = doors(grounds);
        Map<String, Set<String>> own = new HashMap<>();
        doors.forEach(door -> own.computeIfAbsent(
                        door.target(), target -> new TreeSet<>(BESIDE.getOrDefault(target, Set.of())))
                .addAll(door.form().blank()));
        Extras foreign = Extras.of(grounds, Whose.OTHER_ORGANISATION);
        Extras colleagues = Extras.of(grounds, Whose.OTHER_PROGRAMME);
        int changing = 0;
        for (Site.Door door : doors) {
            Set<String> names = own.getOrDefault(door.target(), Set.of());
            Trial trial = new Trial(grounds, door, door.form().plausible());
            if (trial.plain.changes().isEmpty()) {
                trial = new Trial(grounds, door, door.form().filled());
            }
            changing += trial.plain.changes().isEmpty() ? 0 : 1;
            trial.tried(foreign.plain(names), true);
            trial.tried(colleagues.plain(names), false);
            trial.tried(foreign.nested(names, names), false);
        }
        taken.expect(changing * 2 > doors.size(), changing + " of " + doors.size() + " forms change something");
        return List.of(ignored, taken);
    }

    /** Each form once, whoever may send it: who sends it does not say which fields are read. */
    private static List<Site.Door> doors(Grounds grounds) {
        Map<String, Site.Door> doors = new TreeMap<>();
        Site.of(grounds).doors().stream()
                .filter(door -> door.form().post() && !Site.leavesWorkRunning(door))
                .forEach(door ->
                        doors.putIfAbsent(door.target() + " " + door.form().blank(), door));
        return List.copyOf(doors.values());
    }

    /** One form, filled in in one way. */
    private final class Trial {
        private final Grounds grounds;
        private final Site.Door door;
        private final List<Sent.Field> body;
        private final Contents before;
        private final Left plain;
        private final Set<String> byChance;

        Trial(Grounds grounds, Site.Door door, List<Sent.Field> body) {
            this.grounds = grounds;
            this.door = door;
            this.body = body;
            this.before = Left.before(grounds);
            this.plain = Left.behind(grounds, before, door.sent(body));
            this.byChance = plain.differences(Left.behind(grounds, before, door.sent(body)));
        }

        void tried(List<Sent.Field> more, boolean inAddress) {
            Set<String> found = found(more, inAddress);
            ignored.expect(
                    found.isEmpty(),
                    door.name() + (inAddress ? ", in its address" : "") + ": " + found + " by "
                            + (found.isEmpty()
                                    ? ""
                                    : Extras.culprit(
                                            more,
                                            some -> !found(some, inAddress).isEmpty())));
        }

        private Set<String> found(List<Sent.Field> more, boolean inAddress) {
            Left left = Left.behind(grounds, before, inAddress ? addressed(more) : together(more));
            Set<String> found = new TreeSet<>(left.changes().isEmpty() ? Set.of() : plain.differences(left));
            found.removeAll(byChance);
            if (left.answer().failed()) {
                found.add("answer " + left.answer().status());
            }
            return found;
        }

        private Sent together(List<Sent.Field> more) {
            List<Sent.Field> fields = new ArrayList<>(body);
            fields.addAll(more);
            return door.sent(fields);
        }

        private Sent addressed(List<Sent.Field> more) {
            Sent sent = door.sent(body);
            String query = more.stream()
                    .map(field -> URLEncoder.encode(field.name(), StandardCharsets.UTF_8) + "="
                            + URLEncoder.encode(field.value(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            return new Sent(
                    sent.by(),
                    sent.verb(),
                    sent.address() + (sent.address().contains("?") ? "&" : "?") + query,
                    sent.fields());
        }
    }
}
