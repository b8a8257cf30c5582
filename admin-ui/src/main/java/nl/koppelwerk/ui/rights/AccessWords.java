package nl.koppelwerk.ui.rights;

import java.util.List;
import java.util.Map;
import nl.koppelwerk.data.audit.PersonAccess;
import nl.koppelwerk.data.format.Column;
import nl.koppelwerk.ui.shell.Words;

/** Says who, what and why of an access in the language of the reader, on the page and in the file alike. */
record AccessWords(Words words) {
    /** A person of the organisation with the role; else the person whom it is about, or the software. */
    public String who(PersonAccess access) {
        return access.who()
                .map(name -> access.role()
                        .flatMap(role -> words.find("role." + role))
                        .map(role -> words.say("accesses.person", name, role))
                        .orElse(name))
                .orElseGet(() -> words.say("accesses.nobody"));
    }

    public String what(PersonAccess access) {
        return words.say(
                "accesses.what",
                words.say("audit.action." + access.action()),
                words.say("audit.subject." + access.subject()));
    }

    /** By what part of the file it was, where that is known. */
    public String why(PersonAccess access) {
        return access.inAFile()
                ? words.say("accesses.why.file")
                : words.find(
                                "accesses.why." + access.what().orElse("-"),
                                "accesses.why." + access.subject(),
                                "accesses.why.other")
                        .orElseThrow();
    }

    List<Column> columns() {
        return List.of("when", "who", "did", "why").stream()
                .map(name -> words.say("accesses." + name))
                .map(name -> Column.optional(name, name))
                .toList();
    }

    Map<Column, String> row(List<Column> columns, PersonAccess access) {
        return Map.of(
                columns.get(0), words.moment(access.at()),
                columns.get(1), who(access),
                columns.get(2), what(access),
                columns.get(3), why(access));
    }
}
