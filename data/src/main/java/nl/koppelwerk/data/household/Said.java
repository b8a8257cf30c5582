package nl.koppelwerk.data.household;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.family.SupportRequestId;

/**
 * What a family has said, as its page shows it.
 *
 * @param values of the fields that can be said now
 * @param version counts up with every change, whoever made it
 */
public record Said(Place place, Map<Field, SortedSet<String>> values, Least least, String language, long version) {
    /**
     * Where it is kept.
     *
     * @param family empty while nobody has taken the registration over
     * @param request empty while nobody has made one
     */
    public record Place(Optional<UUID> registration, Optional<FamilyId> family, Optional<SupportRequestId> request) {
        /** For scripts: what is kept under another name is another family's. */
        public UUID name() {
            return family.map(FamilyId::value).or(() -> registration).orElseThrow();
        }
    }

    /**
     * What a family cannot do without.
     *
     * @param dayParts as many as somebody comes in a week
     * @param phone there is no other way to reach it
     */
    public record Least(int dayParts, boolean phone) {}

    public boolean asks(Field field) {
        return values.containsKey(field);
    }

    /** One field with its texts. */
    public SortedSet<String> value(Field field) {
        return Objects.requireNonNull(values.get(field), field.name());
    }
}
