package nl.koppelwerk.ui.own;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.koppelwerk.data.own.Edit;
import nl.koppelwerk.data.own.Field;
import nl.koppelwerk.data.own.Sent;
import nl.koppelwerk.ui.shell.SentFields;
import org.springframework.util.MultiValueMap;

/** Reads what the page of a volunteer sends. */
final class OwnForm {
    private static final Set<Field> YES_OR_NO = EnumSet.of(Field.HEAVY_CASES, Field.PETS_UNWELCOME, Field.PETS);

    private OwnForm() {}

    static Sent read(MultiValueMap<String, String> form) {
        SentFields sent = new SentFields(form);
        Map<Field, Edit> edits = new EnumMap<>(Field.class);
        sent.among(Field.values()).forEach(field -> edits.put(field, Edit.of(sent.before(field), after(sent, field))));
        return new Sent(sent.from(), edits);
    }

    private static Collection<String> after(SentFields sent, Field field) {
        Collection<String> texts = new TreeSet<>(sent.all(field.name()));
        if (YES_OR_NO.contains(field)) {
            return List.of(Boolean.toString(texts.contains("true")));
        }
        switch (field) {
            case LANGUAGES -> sent.languages().forEach(texts::add);
            case AWAY -> away(sent).ifPresent(texts::add);
            case PAUSE -> {
                String until = sent.one("until");
                return until.isEmpty()
                        ? texts
                        : texts.stream().map(reason -> reason + "/" + until).toList();
            }
            default -> {
                return texts;
            }
        }
        return texts;
    }

    private static Optional<String> away(SentFields sent) {
        String first = sent.one("first");
        String last = sent.one("last");
        return first.isEmpty() && last.isEmpty()
                ? Optional.empty()
                : Optional.of((first.isEmpty() ? last : first) + "/" + (last.isEmpty() ? first : last));
    }

    /** A form that sends this change. */
    static List<SentFields.Hidden> hidden(Map<Field, Edit> edits) {
        return edits.entrySet().stream()
                .flatMap(one -> SentFields.hidden(one.getKey(), one.getValue()))
                .toList();
    }
}
