package nl.koppelwerk.data.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What came of reading a file. */
public sealed interface ProgrammeReading {
    /** More is no programme. */
    int MOST_CHARACTERS = 200_000;

    /**
     * @param text as it was written
     * @param values every value by its place, to compare files by
     */
    record Good(ProgrammeFile file, String text, SequencedMap<String, String> values) implements ProgrammeReading {}

    /** Nothing of such a file is used. */
    record Wrong(List<Problem> problems) implements ProgrammeReading {
        public Wrong {
            problems = List.copyOf(problems);
        }
    }

    /** @param name of the file, for messages */
    static ProgrammeReading of(String name, String text) {
        if (text.length() > MOST_CHARACTERS) {
            return new Wrong(List.of(Problem.of(name, 0, "", "long", Integer.toString(MOST_CHARACTERS))));
        }
        try {
            JsonNode tree = ProgrammeForm.YAML.readTree(text);
            List<Problem> problems = new ArrayList<>();
            if (!tree.isObject()) {
                return new Wrong(List.of(Problem.of(name, 1, "", "no-programme")));
            }
            ProgrammeFile file =
                    ProgrammeForm.read(new Field(tree, "", new Field.Notes(name, ProgrammeForm.lines(text), problems)));
            return problems.isEmpty() ? new Good(file, text, ProgrammeForm.values(tree)) : new Wrong(problems);
        } catch (JacksonException e) {
            // What is nested too deep or far too long has no place.
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            return new Wrong(List.of(Problem.of(
                    name,
                    line,
                    "",
                    "unreadable",
                    String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse(""))));
        }
    }
}
