package nl.koppelwerk.data.household;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import nl.koppelwerk.domain.language.Languages;
import nl.koppelwerk.domain.programme.Need;
import nl.koppelwerk.domain.week.DayPart;
import nl.koppelwerk.domain.week.DayParts;

/**
 * Reads the texts of the fields; what makes no sense is refused with the field that says it.
 *
 * @param values of all fields; of those that cannot be said now nothing
 */
record Wanted(Map<Field, SortedSet<String>> values, Said.Least least) {
    private static final Pattern PHONE = Pattern.compile("[+0-9][0-9]{5,24}");
    private static final int MOST_LANGUAGES = 12;

    /** The first field that cannot be so. */
    Optional<Field> wrong() {
        return values.keySet().stream()
                .sorted()
                .filter(field -> !isRight(field))
                .findFirst();
    }

    private boolean isRight(Field field) {
        try {
            return switch (field) {
                case WEEK -> dayParts().size() >= Math.max(1, least.dayParts());
                case NEEDS -> needs().length > 0;
                case LANGUAGES -> {
                    int spoken = Languages.parse(languages()).speaking().size();
                    yield spoken > 0
                            && spoken <= MOST_LANGUAGES
                            && spoken == texts(field).size();
                }
                case PHONE ->
                    texts(field).isEmpty()
                            ? !least.phone()
                            : texts(field).size() == 1
                                    && PHONE.matcher(texts(field).first()).matches();
                case WOMAN_ONLY, PETS_UNWELCOME, PETS -> texts(field).size() == 1;
            };
        } catch (IllegalArgumentException senseless) {
            return false;
        }
    }

    private SortedSet<String> texts(Field field) {
        return values.getOrDefault(field, new TreeSet<>());
    }

    DayParts dayParts() {
        return DayParts.of(texts(Field.WEEK).stream().map(DayPart::parse).toArray(DayPart[]::new));
    }

    /** In the order of the list, so that the same needs are the same row. */
    String[] needs() {
        return texts(Field.NEEDS).stream()
                .map(Need::valueOf)
                .sorted()
                .map(Need::name)
                .toArray(String[]::new);
    }

    String languages() {
        return Languages.parse(String.join(" ", texts(Field.LANGUAGES))).toString();
    }

    Optional<String> phone() {
        return texts(Field.PHONE).stream().findFirst();
    }

    boolean yes(Field field) {
        return texts(field).contains("true");
    }

    /** As people write it, in the one way in which it is compared. */
    static SortedSet<String> number(Optional<String> phone) {
        return new TreeSet<>(
                phone.map(text -> text.replaceAll("[ ()-]", "")).stream().toList());
    }

    static SortedSet<String> split(String texts) {
        return new TreeSet<>(Arrays.asList(texts.isEmpty() ? new String[0] : texts.split(" ", -1)));
    }
}
