package nl.koppelwerk.trust.abuse;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import nl.koppelwerk.trust.Promises;

/** Gives a running demonstration secrets and names to keep, and looks for them wherever somebody else may look. */
final class Secrets implements Attack {
    /** The address of an account stands readable there: sign-in finds it over all organisations. */
    private static final Set<String> WITH_ACCOUNTS = Set.of("backup", "database's files");

    private final Held apart = new Held("A secret or a name that was planted is nowhere where it need not be");
    private final Held planted = new Held("Each secret and each name was planted, and each place had something in it");
    private final List<List<String>> table = new ArrayList<>();
    private final List<String> heading = new ArrayList<>(List.of("place"));

    @Override
    public String name() {
        return "secrets";
    }

    @Override
    public List<Held> on(Grounds grounds, Random random, int tries) {
        try (Demonstration demonstration = Demonstration.start();
                Planting planting = new Planting(demonstration)) {
            Map<String, List<String>> secrets = planting.planted();
            secrets.forEach((what, values) -> planted.expect(
                    !values.isEmpty() && values.stream().noneMatch(String::isBlank), what + " was not planted"));
            heading.addAll(secrets.keySet());
            Map<String, Places.Place> places = new LinkedHashMap<>(Places.of(demonstration, planting));
            places.forEach((name, place) -> {
                planted.expect(place.size() > 0, "nothing to look at in " + name);
                look(name, place, secrets);
            });
        }
        return List.of(planted, apart);
    }

    private void look(String name, Places.Place place, Map<String, List<String>> secrets) {
        List<String> row = new ArrayList<>(List.of(name));
        secrets.forEach((what, values) -> {
            List<String> found = values.stream()
                    .filter(value -> !value.equals(Stated.ADDRESS) || !WITH_ACCOUNTS.contains(name))
                    .flatMap(value -> place.where(value).stream())
                    .distinct()
                    .toList();
            apart.expect(
                    found.isEmpty(),
                    what + " in " + name + ": " + found.stream().limit(3).toList());
            row.add(found.isEmpty() ? "-" : found.size() + " found");
        });
        table.add(row);
    }

    @Override
    public void tell(PrintWriter out) {
        Promises.print(heading, table, out);
        out.println();
    }
}
