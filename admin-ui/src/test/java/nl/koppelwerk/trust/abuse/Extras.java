package nl.koppelwerk.trust.abuse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import nl.koppelwerk.trust.abuse.Grounds.Sent;
import nl.koppelwerk.ui.access.TwoOrganisations;
import nl.koppelwerk.ui.access.TwoOrganisations.Whose;

/** Fields that no form shows: one for every column of the database and for what frameworks are known to obey. */
record Extras(Map<String, String> values) {
    static final String CANARY = "kanarie-in-een-kolom";

    private static final String COLUMNS = """
            select distinct on (a.attname) a.attname || ' ' || replace(a.atttypid::regtype::text, ' ', '-') || ' '
                || coalesce(substring(pg_get_constraintdef(k.oid) from '''([A-Z_]+)''[^'']*$'), '')
            from pg_attribute a join pg_class c on c.oid = a.attrelid
            left join pg_constraint k on k.conrelid = c.oid and k.contype = 'c' and a.attnum = any (k.conkey)
            where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
            order by a.attname, k.oid nulls last
            """;

    /** @param whose the objects that the values name */
    static Extras of(Grounds grounds, Whose whose) {
        Map<String, String> values = new LinkedHashMap<>();
        try (Sql sql = Sql.on(grounds.database())) {
            for (String column : sql.catalogue(COLUMNS)) {
                String[] parts = column.split(" ", 3);
                String value = parts[2].isEmpty() ? value(parts[0], parts[1], grounds.objects(), whose) : parts[2];
                values.put(parts[0], value);
                values.put(camel(parts[0]), value);
            }
        }
        values.put("roles", "SYSTEM_ADMINISTRATOR");
        values.put("role", "SYSTEM_ADMINISTRATOR");
        values.put("authorities", "ROLE_SYSTEM_ADMINISTRATOR");
        values.put("proposal", object(grounds.objects(), "/proposals/{id}", whose));
        values.put("class.module.classLoader.resources.context.parent.pipeline.first.pattern", CANARY);
        values.put("_method", "DELETE");
        return new Extras(values);
    }

    /** Under their plain names. */
    List<Sent.Field> plain(Set<String> but) {
        return named(name -> name, but);
    }

    /** As forms and binders write a field of a field, a field that was off, and a field that is filled when it is not sent. */
    List<Sent.Field> nested(Set<String> own, Set<String> but) {
        List<Sent.Field> fields = new ArrayList<>();
        for (String prefix : List.of("_", "!", "form.", "form[0].", "account.", "family.", "volunteer.", "target.")) {
            fields.addAll(named(name -> prefix + name, but));
        }
        fields.addAll(named(name -> name + ".value", but));
        fields.addAll(named(name -> name + "[0]", but));
        for (String name : own) {
            List.of("_", "!").forEach(prefix -> fields.add(new Sent.Field(prefix + name, CANARY)));
            List.of(".value", "[0]", ".class.name")
                    .forEach(suffix -> fields.add(new Sent.Field(name + suffix, CANARY)));
        }
        fields.removeIf(field -> but.contains(field.name()));
        return fields;
    }

    private List<Sent.Field> named(UnaryOperator<String> name, Set<String> but) {
        return values.entrySet().stream()
                .map(extra -> new Sent.Field(name.apply(extra.getKey()), extra.getValue()))
                .filter(field -> !but.contains(field.name()))
                .toList();
    }

    private static String value(String name, String type, TwoOrganisations objects, Whose whose) {
        return switch (type) {
            case "uuid" -> id(name, objects, whose);
            case "boolean" -> "true";
            case "integer", "smallint", "bigint", "numeric" -> "7";
            case "date" -> "2026-11-20";
            case "timestamp-with-time-zone" -> "2026-11-20T09:00:00Z";
            default -> CANARY;
        };
    }

    private static String id(String name, TwoOrganisations objects, Whose whose) {
        if (name.equals("organisation")) {
            return objects.other.value().toString();
        }
        return object(
                objects,
                switch (name) {
                    case "account", "request", "programme", "pairing", "volunteer", "service" -> "{" + name + "}";
                    default -> "{family}";
                },
                whose);
    }

    private static String object(TwoOrganisations objects, String place, Whose whose) {
        return objects.object(place, whose);
    }

    private static String camel(String name) {
        StringBuilder camel = new StringBuilder();
        for (String part : name.split("_", -1)) {
            camel.append(
                    camel.isEmpty() || part.isEmpty()
                            ? part
                            : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        return camel.toString();
    }

    /** The field that makes the difference, when one alone does: halved until one is left. */
    static Optional<Sent.Field> culprit(List<Sent.Field> fields, Predicate<List<Sent.Field>> makesADifference) {
        List<Sent.Field> rest = fields;
        while (rest.size() > 1) {
            List<Sent.Field> first = rest.subList(0, rest.size() / 2);
            List<Sent.Field> second = rest.subList(rest.size() / 2, rest.size());
            if (makesADifference.test(first)) {
                rest = first;
            } else if (makesADifference.test(second)) {
                rest = second;
            } else {
                return Optional.empty();
            }
        }
        return rest.stream().findFirst();
    }
}
