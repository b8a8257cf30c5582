package nl.koppelwerk.ui.administration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.koppelwerk.data.account.Account;

/** Staff as lines of name, address, role and municipalities; each line is right, or it is said what is wrong with it and where. */
record StaffLines(List<Good> good, List<Refused> refused) {
    static final int MOST = 500;

    private static final Map<String, Account.Role> ROLES = roles();

    StaffLines {
        good = List.copyOf(good);
        refused = List.copyOf(refused);
    }

    /** Somebody to invite. */
    public record Good(int line, AccountForm form) {}

    /**
     * @param column the field: {@code name}, {@code email}, {@code role}, {@code municipalities} or {@code line}
     * @param why in a message key
     */
    public record Refused(int line, String column, String why, String value) {}

    private static Map<String, Account.Role> roles() {
        Map<String, Account.Role> roles = new LinkedHashMap<>();
        List.of("coördinator", "coordinator").forEach(word -> roles.put(word, Account.Role.COORDINATOR));
        List.of("beheerder", "administrator").forEach(word -> roles.put(word, Account.Role.ADMINISTRATOR));
        List.of("lezer", "reader").forEach(word -> roles.put(word, Account.Role.MUNICIPAL_READER));
        return roles;
    }

    /**
     * @param municipalities those that there are
     * @param addresses of those who have an account here already
     */
    static StaffLines read(String text, Set<String> municipalities, Set<String> addresses) {
        Map<String, String> known = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        municipalities.forEach(name -> known.put(name, name));
        Set<String> taken = addresses.stream().map(Account::address).collect(Collectors.toCollection(HashSet::new));
        List<Good> good = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        String[] lines = text.split("\\R", -1);
        for (int at = 0; at < lines.length; at++) {
            String line = lines[at].strip();
            if (line.isEmpty() || at == 0 && heading(line)) {
                continue;
            }
            if (good.size() + refused.size() == MOST) {
                refused.add(new Refused(at + 1, "line", "many", ""));
                break;
            }
            read(at + 1, fields(line), known, taken, good, refused);
        }
        return new StaffLines(good, refused);
    }

    private static boolean heading(String line) {
        String first = fields(line).getFirst().toLowerCase(Locale.ROOT);
        return first.equals("naam") || first.equals("name");
    }

    private static List<String> fields(String line) {
        return Arrays.stream(line.split(line.contains("\t") ? "\t" : ";", -1))
                .map(field -> field.strip().replaceAll("^\"|\"$", "").strip())
                .toList();
    }

    private static void read(
            int line,
            List<String> fields,
            Map<String, String> known,
            Set<String> taken,
            List<Good> good,
            List<Refused> refused) {
        if (fields.size() < 3 || fields.size() > 4) {
            refused.add(new Refused(line, "line", "fields", Integer.toString(fields.size())));
            return;
        }
        Set<String> named = new TreeSet<>();
        for (String name :
                fields.size() < 4 ? List.<String>of() : List.of(fields.get(3).split(","))) {
            if (name.isBlank()) {
                continue;
            }
            String found = known.get(name.strip());
            if (found == null) {
                refused.add(new Refused(line, "municipalities", "municipality", name.strip()));
                return;
            }
            named.add(found);
        }
        Account.Role role = ROLES.get(fields.get(2).toLowerCase(Locale.ROOT));
        AccountForm form = new AccountForm(fields.get(1), fields.get(0), role, Set.of(), named);
        Optional<Refused> problem = form.problem(true)
                .map(field -> new Refused(
                        line, field.equals("municipality") ? "municipalities" : field, field, value(fields, field)))
                .or(() -> taken.add(Account.address(fields.get(1)))
                        ? Optional.empty()
                        : Optional.of(new Refused(line, "email", "twice", fields.get(1))));
        if (problem.isPresent()) {
            refused.add(problem.get());
        } else {
            good.add(new Good(line, form));
        }
    }

    private static String value(List<String> fields, String field) {
        return switch (field) {
            case "name" -> fields.get(0);
            case "email" -> fields.get(1);
            case "role" -> fields.get(2);
            default -> fields.size() < 4 ? "" : fields.get(3);
        };
    }
}
