package nl.koppelwerk.ui.household;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.koppelwerk.data.household.Changes;
import nl.koppelwerk.data.household.Field;
import nl.koppelwerk.data.own.Edit;
import nl.koppelwerk.ui.shell.SentFields;
import org.springframework.util.MultiValueMap;

/** Reads what the page of a family sends. */
final class HouseholdForm {
    private HouseholdForm() {}

    static Changes read(MultiValueMap<String, String> form) {
        SentFields sent = new SentFields(form);
        Map<Field, Edit> edits = new EnumMap<>(Field.class);
        sent.among(Field.values()).forEach(field -> edits.put(field, Edit.of(sent.before(field), after(sent, field))));
        return new Changes(sent.from(), edits);
    }

    private static Collection<String> after(SentFields sent, Field field) {
        Collection<String> texts = new TreeSet<>(sent.all(field.name()));
        return switch (field) {
            case WOMAN_ONLY, PETS_UNWELCOME, PETS -> List.of(Boolean.toString(texts.contains("true")));
            case PHONE ->
                texts.stream().map(text -> text.replaceAll("[ ()-]", "")).toList();
            case LANGUAGES -> Stream.concat(texts.stream(), sent.languages()).toList();
            case WEEK, NEEDS -> texts;
        };
    }

    /** A form of this link that sends this change. */
    static List<SentFields.Hidden> hidden(String key, Map<Field, Edit> edits) {
        return Stream.concat(
                        Stream.of(new SentFields.Hidden("key", key)),
                        edits.entrySet().stream().flatMap(one -> SentFields.hidden(one.getKey(), one.getValue())))
                .toList();
    }
}
