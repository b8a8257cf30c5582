package nl.koppelwerk.ui.municipality;

import java.util.List;
import nl.koppelwerk.data.account.Accounts;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.Role;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where a reader at a municipality starts. */
@Controller
@OpenTo(Role.MUNICIPAL_READER)
class MunicipalityController {
    private final OrganisationScope scope;
    private final Accounts accounts;

    MunicipalityController(OrganisationScope scope, Accounts accounts) {
        this.scope = scope;
        this.accounts = accounts;
    }

    @GetMapping("/municipality")
    String start(@AuthenticationPrincipal Coordinator reader, Model model) {
        List<String> own = scope.reading(
                reader.organisation(),
                () -> accounts.limits(reader.account()).municipalities().stream()
                        .sorted()
                        .toList());
        model.addAttribute("municipalities", own);
        return "municipality/start";
    }
}
