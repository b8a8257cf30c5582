package nl.koppelwerk.data.referral;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where the services are in the shapes that HSDS 3.0 publishes: a service, services at locations, an organisation with its
 * services, lists of these, pages of them, and one object with lists of both.
 */
final class HsdsShapes {
    private static final List<String> LISTS = List.of("contents", "services", "organizations", "service_at_locations");

    private final List<Found> found = new ArrayList<>();

    private HsdsShapes() {}

    /** @param place for instance {@code contents.3}; empty: the file is this one service */
    record Found(JsonNode node, String place) {}

    static List<Found> of(JsonNode tree) {
        HsdsShapes shapes = new HsdsShapes();
        if (tree.isArray()) {
            shapes.list(tree, "");
        } else {
            shapes.one(tree, "");
        }
        return List.copyOf(shapes.found);
    }

    private void list(JsonNode list, String place) {
        if (!list.isArray()) {
            found.add(new Found(list, place));
            return;
        }
        for (int i = 0; i < list.size(); i++) {
            one(list.get(i), below(place, Integer.toString(i + 1)));
        }
    }

    private void one(JsonNode node, String place) {
        if (node.path("service").isObject()) {
            add(node.path("service"), below(place, "service"));
        } else if (node.path("services").isArray() && node.path("id").isString()) {
            ofOrganisation(node, place);
        } else if (!node.has("status") && LISTS.stream().anyMatch(node::has)) {
            LISTS.stream().filter(node::has).forEach(name -> list(node.path(name), below(place, name)));
        } else {
            add(node, place);
        }
    }

    private void ofOrganisation(JsonNode organisation, String place) {
        JsonNode services = organisation.path("services");
        for (int i = 0; i < services.size(); i++) {
            JsonNode service = services.get(i);
            if (service instanceof ObjectNode object
                    && !object.path("organization").isObject()) {
                ObjectNode by = object.putObject("organization");
                List.of("id", "name", "description").forEach(field -> by.set(field, organisation.path(field)));
            }
            add(service, below(place, "services." + (i + 1)));
        }
    }

    /** The same service at a second location is the same service. */
    private void add(JsonNode service, String place) {
        if (found.stream().noneMatch(other -> other.node().equals(service))) {
            found.add(new Found(service, place));
        }
    }

    private static String below(String place, String field) {
        return place.isEmpty() ? field : place + "." + field;
    }
}
