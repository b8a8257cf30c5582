package nl.koppelwerk.ui.administration;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.koppelwerk.ui.shell.Words;

/** Says the details of a line of the audit log in the language of its reader; a number or a date says itself. */
record AuditWords(Words words) {
    public String said(Map<String, String> detail) {
        return new TreeMap<>(detail)
                .entrySet().stream()
                        .map(each ->
                                words.say("audit.pair", name(each.getKey()), value(each.getKey(), each.getValue())))
                        .collect(Collectors.joining(", "));
    }

    private String name(String name) {
        return words.find("audit.name." + name).orElse(name);
    }

    private String value(String name, String value) {
        return words.find(
                        "audit.value." + name + "." + value,
                        "audit.value." + value.toLowerCase(Locale.ROOT).replace(' ', '-'),
                        "audit.action." + value,
                        "audit.subject." + value,
                        "role." + value,
                        "reason." + value,
                        "choice." + value)
                .orElse(value);
    }
}
