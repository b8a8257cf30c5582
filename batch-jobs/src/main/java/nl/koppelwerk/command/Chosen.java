package nl.koppelwerk.command;

import java.util.List;
import java.util.Optional;
import nl.koppelwerk.data.store.Organisations;
import nl.koppelwerk.data.store.Organisations.Organisation;
import org.springframework.context.ApplicationContext;

/** The organisations that a command is for: the one that was named, or all. */
public final class Chosen {
    private Chosen() {}

    /** @throws Refusal when there is none, or none of this name */
    public static List<Organisation> organisations(ApplicationContext application, Optional<String> name) {
        List<Organisation> all = application.getBean(Organisations.class).list();
        if (all.isEmpty()) {
            throw new Refusal(ExitCode.FAILED, "night.no-organisation");
        }
        List<Organisation> chosen = all.stream()
                .filter(one -> name.map(one.name()::equalsIgnoreCase).orElse(true))
                .toList();
        if (chosen.isEmpty()) {
            throw new Refusal(ExitCode.FAILED, "night.unknown-organisation", name.orElse(""));
        }
        return chosen;
    }
}
