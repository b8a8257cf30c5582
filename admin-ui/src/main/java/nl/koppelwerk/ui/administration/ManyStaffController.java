package nl.koppelwerk.ui.administration;

import java.util.Locale;
import java.util.stream.Collectors;
import nl.koppelwerk.data.account.AccountView;
import nl.koppelwerk.data.account.AccountViews;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.store.Places;
import nl.koppelwerk.domain.place.Place;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.Role;
import nl.koppelwerk.ui.shell.Words;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Invites many at once, each limited to municipalities, from lines of a spreadsheet and after a preview. */
@Controller
@OpenTo(Role.ADMINISTRATOR)
@RequestMapping("/accounts/many")
class ManyStaffController {
    private final OrganisationScope scope;
    private final AccountViews views;
    private final Places places;
    private final ManagingStaff staff;

    ManyStaffController(OrganisationScope scope, AccountViews views, Places places, ManagingStaff staff) {
        this.scope = scope;
        this.views = views;
        this.places = places;
        this.staff = staff;
    }

    @GetMapping
    ModelAndView empty() {
        return new ModelAndView("administration/many").addObject("lines", "");
    }

    /** @param sure the preview was looked at; lines that are not right are left out */
    @PostMapping
    ModelAndView send(
            @RequestParam(defaultValue = "") String lines,
            @RequestParam(defaultValue = "false") boolean sure,
            @AuthenticationPrincipal Coordinator administrator,
            @ModelAttribute("words") Words words,
            Locale language,
            RedirectAttributes redirect) {
        StaffLines read = scope.reading(
                administrator.organisation(),
                () -> StaffLines.read(
                        lines,
                        places.list().stream().map(Place::municipality).collect(Collectors.toSet()),
                        views.list().stream().map(AccountView::email).collect(Collectors.toSet())));
        if (!sure || read.good().isEmpty()) {
            return new ModelAndView(
                            "administration/many",
                            read.good().isEmpty() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK)
                    .addObject("lines", lines)
                    .addObject("read", read);
        }
        read.good().forEach(one -> staff.invite(administrator, one.form(), language));
        redirect.addFlashAttribute(
                "message", words.say("accounts.many.done", read.good().size()));
        return new ModelAndView("redirect:/accounts");
    }
}
