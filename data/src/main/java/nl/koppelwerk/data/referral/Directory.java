package nl.koppelwerk.data.referral;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import nl.koppelwerk.referral.Service;
import tools.jackson.databind.JsonNode;

/** What came of reading a directory. */
public sealed interface Directory {
    /** A service with the object that it was read from, which is kept whole. */
    record Entry(Service service, JsonNode content) {
        public UUID id() {
            return service.id();
        }
    }

    /**
     * Services by the order of the file.
     *
     * @param unknown names of fields that the standard does not have; they are kept and not used
     */
    record Read(List<Entry> entries, SortedSet<String> unknown) implements Directory {
        public Read {
            entries = List.copyOf(entries);
            unknown = Collections.unmodifiableSortedSet(new TreeSet<>(unknown));
        }

        public Optional<Entry> find(UUID id) {
            return entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
        }
    }

    /** Nothing of such a file is used. */
    record Wrong(List<DirectoryProblem> problems) implements Directory {
        public Wrong {
            problems = List.copyOf(problems);
        }
    }
}
