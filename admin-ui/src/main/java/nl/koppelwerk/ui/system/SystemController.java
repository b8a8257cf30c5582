package nl.koppelwerk.ui.system;

import nl.koppelwerk.data.alarm.Alarms;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.view.RunStates;
import nl.koppelwerk.data.work.Workers;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.Role;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** All organisations, what needs to be seen to, whether their last night went well, and who helps to plan it. */
@Controller
@OpenTo(Role.SYSTEM_ADMINISTRATOR)
class SystemController {
    private final OrganisationScope scope;
    private final RunStates states;
    private final Alarms alarms;
    private final Workers workers;

    SystemController(OrganisationScope scope, RunStates states, Alarms alarms, Workers workers) {
        this.scope = scope;
        this.states = states;
        this.alarms = alarms;
        this.workers = workers;
    }

    @GetMapping("/system")
    String overview(@AuthenticationPrincipal Coordinator reader, Model model) {
        model.addAttribute("organisations", scope.reading(reader.organisation(), states::list));
        model.addAttribute("alarms", alarms.list());
        model.addAttribute("workers", workers.list());
        return "system/overview";
    }
}
