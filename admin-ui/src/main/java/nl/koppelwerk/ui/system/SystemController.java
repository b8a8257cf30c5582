package nl.koppelwerk.ui.system;

import nl.koppelwerk.data.alarm.Alarms;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.view.RunStates;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.Role;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** All organisations, what needs to be seen to, and whether their last night went well. */
@Controller
@OpenTo(Role.SYSTEM_ADMINISTRATOR)
class SystemController {
    private final OrganisationScope scope;
    private final RunStates states;
    private final Alarms alarms;

    SystemController(OrganisationScope scope, RunStates states, Alarms alarms) {
        this.scope = scope;
        this.states = states;
        this.alarms = alarms;
    }

    @GetMapping("/system")
    String overview(@AuthenticationPrincipal Coordinator reader, Model model) {
        model.addAttribute("organisations", scope.reading(reader.organisation(), states::list));
        model.addAttribute("alarms", alarms.list());
        return "system/overview";
    }
}
