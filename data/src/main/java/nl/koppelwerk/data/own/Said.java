package nl.koppelwerk.data.own;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.koppelwerk.data.person.AbsenceReason;
import nl.koppelwerk.domain.volunteer.Volunteer;

/**
 * What is known of a volunteer's side, as the own page shows it.
 *
 * @param active false while there is a pause
 * @param version of the row; counts up with every change, whoever made it
 */
public record Said(Volunteer volunteer, More more, boolean active, long version) {
    /**
     * What the matching does not use and coordinators read.
     *
     * @param pausedUntil first day back, if it is known
     */
    public record More(
            SortedSet<String> travelsBy,
            Optional<Integer> childrenAtHome,
            SortedSet<String> away,
            Optional<AbsenceReason> pause,
            Optional<LocalDate> pausedUntil,
            String language) {}

    /** Every field with its texts. */
    public Map<Field, SortedSet<String>> values() {
        Map<Field, SortedSet<String>> values = new EnumMap<>(Field.class);
        values.put(Field.WEEK, texts(volunteer.availability().list()));
        values.put(Field.AWAY, more.away());
        values.put(Field.PAUSE, pause());
        values.put(Field.HOURS, text(volunteer.hoursPerWeek()));
        values.put(Field.FAMILIES, text(volunteer.maximumFamilies()));
        values.put(Field.DISTANCE, text(volunteer.travelLimitMetres()));
        values.put(Field.TRAVEL, more.travelsBy());
        values.put(
                Field.LANGUAGES,
                texts(volunteer.languages().speaking().entrySet().stream()
                        .map(spoken -> spoken.getKey() + ":" + spoken.getValue())
                        .toList()));
        values.put(Field.SKILLS, texts(volunteer.skills()));
        values.put(Field.NOT_THESE, texts(volunteer.limits().notThese()));
        values.put(Field.AGE_FROM, text(volunteer.limits().childAgeMin()));
        values.put(Field.AGE_TO, text(volunteer.limits().childAgeMax()));
        values.put(Field.CHILDREN, text(volunteer.limits().maximumChildren()));
        values.put(Field.HEAVY_CASES, text(volunteer.limits().heavyCases()));
        values.put(Field.PETS_UNWELCOME, text(volunteer.limits().petsUnwelcome()));
        values.put(Field.CHILDREN_AT_HOME, more.childrenAtHome().map(Said::text).orElseGet(TreeSet::new));
        values.put(Field.PETS, text(volunteer.pets()));
        return values;
    }

    /** One field with its texts. */
    public SortedSet<String> value(Field field) {
        return Objects.requireNonNull(values().get(field), field.name());
    }

    private SortedSet<String> pause() {
        return more.pause()
                .map(reason ->
                        text(reason + more.pausedUntil().map(day -> "/" + day).orElse("")))
                .orElseGet(TreeSet::new);
    }

    private static SortedSet<String> text(Object one) {
        SortedSet<String> text = new TreeSet<>();
        text.add(one.toString());
        return text;
    }

    private static SortedSet<String> texts(Collection<?> several) {
        return several.stream().map(Object::toString).collect(Collectors.toCollection(TreeSet::new));
    }
}
