package nl.koppelwerk.ui.person.volunteer;

import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.account.Account;
import nl.koppelwerk.data.own.OwnPages;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.ui.person.Desk;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.Phones;
import nl.koppelwerk.ui.shell.Role;
import nl.koppelwerk.ui.shell.UnknownPage;
import nl.koppelwerk.ui.shell.Words;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The address that a volunteer comes in with, and the number to call. */
@Controller
@OpenTo({Role.COORDINATOR, Role.ADMINISTRATOR})
class AddressController {
    private final Desk desk;
    private final OwnPages own;

    AddressController(Desk desk, OwnPages own) {
        this.desk = desk;
        this.own = own;
    }

    @PostMapping("/volunteers/{id:[0-9a-f-]{36}}/address")
    String keep(
            @PathVariable UUID id,
            @RequestParam String address,
            @RequestParam(defaultValue = "") String phone,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        Optional<String> given = Optional.of(Account.address(address)).filter(text -> !text.isEmpty());
        Optional<String> number = Optional.of(phone.strip()).filter(text -> !text.isEmpty());
        boolean good = given.map(text -> text.matches("[^\\s@]+@[^\\s@]+")).orElse(true)
                && number.map(Phones::right).orElse(true);
        desk.inside(coordinator, () -> {
            boolean there = good
                    ? own.contact(new VolunteerId(id), given, number, Desk.by(coordinator))
                    : own.find(new VolunteerId(id)).isPresent();
            if (!there) {
                throw new UnknownPage();
            }
            return there;
        });
        redirect.addFlashAttribute(
                good ? "message" : "warning", words.say(good ? "volunteer.own.kept" : "volunteer.own.wrong"));
        return "redirect:/volunteers/" + id;
    }
}
