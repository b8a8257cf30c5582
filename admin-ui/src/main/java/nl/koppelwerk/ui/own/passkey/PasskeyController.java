package nl.koppelwerk.ui.own.passkey;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.koppelwerk.data.own.OwnVolunteer;
import nl.koppelwerk.data.own.Passkeys;
import nl.koppelwerk.ui.own.OwnEntrance;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.Role;
import nl.koppelwerk.ui.shell.SignedInVolunteer;
import nl.koppelwerk.ui.shell.Words;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Adding and removing passkeys on the own page, and coming in with one. */
@Controller
@OpenTo(Role.VOLUNTEER)
class PasskeyController {
    private static final String LIST = "redirect:/own/passkeys";

    private final PasskeyDesk desk;
    private final OwnEntrance entrance;
    private final Clock clock;

    PasskeyController(PasskeyDesk desk, OwnEntrance entrance, Clock clock) {
        this.desk = desk;
        this.entrance = entrance;
        this.clock = clock;
    }

    /** @param id of the credential, in Base64 */
    record Row(String id, String added, String used) {}

    @GetMapping("/own/passkeys")
    ModelAndView list(@AuthenticationPrincipal SignedInVolunteer reader, @ModelAttribute("words") Words words) {
        List<Row> rows = desk.of(reader.self()).stream()
                .map(one -> new Row(
                        id(one),
                        words.date(one.addedAt().atZone(clock.getZone()).toLocalDate()),
                        words.date(one.usedAt().atZone(clock.getZone()).toLocalDate())))
                .toList();
        return new ModelAndView("own/passkeys")
                .addObject("rows", rows)
                .addObject("full", rows.size() >= Passkeys.MOST)
                .addObject("site", desk.site());
    }

    @PostMapping("/own/passkeys/options")
    ResponseEntity<String> make(
            @AuthenticationPrincipal SignedInVolunteer reader,
            HttpServletRequest request,
            HttpServletResponse response) {
        return json(desk.make(reader.self(), request, response));
    }

    @PostMapping("/own/passkeys")
    String made(
            @RequestParam(defaultValue = "") String credential,
            @AuthenticationPrincipal SignedInVolunteer reader,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect,
            HttpServletRequest request,
            HttpServletResponse response) {
        boolean kept = desk.made(reader.self(), credential, request, response);
        redirect.addFlashAttribute(
                kept ? "message" : "warning", words.say(kept ? "own.passkeys.made" : "own.passkeys.failed"));
        return LIST;
    }

    @PostMapping("/own/passkeys/remove")
    String remove(
            @RequestParam String id,
            @AuthenticationPrincipal SignedInVolunteer reader,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        desk.of(reader.self()).stream()
                .filter(one -> id(one).equals(id))
                .forEach(one -> desk.remove(reader.self(), one.credential()));
        redirect.addFlashAttribute("message", words.say("own.passkeys.removed"));
        return LIST;
    }

    @PostMapping("/own/passkey/options")
    @OpenTo({})
    ResponseEntity<String> ask(HttpServletRequest request, HttpServletResponse response) {
        return json(desk.ask(request, response));
    }

    @PostMapping("/own/passkey")
    @OpenTo({})
    String enter(
            @RequestParam(defaultValue = "") String credential,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale language) {
        Optional<OwnVolunteer> entered = desk.shown(credential, request, response);
        entered.ifPresent(volunteer -> entrance.open(volunteer, "passkey", language, request, response));
        return entered.isPresent() ? "redirect:/own" : "redirect:/own/ask?notice=passkey";
    }

    private static ResponseEntity<String> json(String options) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(options);
    }

    private static String id(Passkeys.Passkey passkey) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(passkey.credential());
    }
}
