package nl.koppelwerk.ui.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The main menu: one line for each section, with who finds it there. */
enum Navigation {
    MORNING("morning", Role.COORDINATOR),
    PROPOSALS("proposals", Role.COORDINATOR),
    UNPAIRED("unpaired", Role.COORDINATOR),
    PAIRINGS("pairings", Role.COORDINATOR),
    FAMILIES("families", Role.COORDINATOR, Role.ADMINISTRATOR),
    VOLUNTEERS("volunteers", Role.COORDINATOR, Role.ADMINISTRATOR),
    REFERRALS("referrals", Role.COORDINATOR, Role.ADMINISTRATOR),
    REGISTRATIONS("registrations", Role.COORDINATOR, Role.ADMINISTRATOR),
    RUNS("runs", Role.COORDINATOR, Role.ADMINISTRATOR),
    RECRUIT("recruit", Role.COORDINATOR, Role.ADMINISTRATOR),
    RULES("rules", Role.COORDINATOR, Role.ADMINISTRATOR),
    MUNICIPALITY("municipality", Role.MUNICIPAL_READER),
    SYSTEM("system", Role.SYSTEM_ADMINISTRATOR),
    ACCOUNTS("accounts", Role.ADMINISTRATOR),
    MONITOR("monitor", Role.ADMINISTRATOR, Role.COORDINATOR),
    REPORTS("reports", Role.ADMINISTRATOR, Role.MUNICIPAL_READER),
    PRICES("prices", Role.ADMINISTRATOR),
    MAIL("mail", Role.ADMINISTRATOR),
    AUDIT("audit", Role.ADMINISTRATOR),
    RETENTION("retention", Role.ADMINISTRATOR);

    private final String section;
    private final Set<Role> roles;

    Navigation(String section, Role... roles) {
        this.section = section;
        this.roles = Set.of(roles);
    }

    /** The sections that somebody with this role sees, in the order of the menu; each is its own address. */
    static List<String> sections(Role role) {
        return Arrays.stream(values())
                .filter(item -> item.roles.contains(role))
                .map(item -> item.section)
                .toList();
    }
}
