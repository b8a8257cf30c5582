package nl.koppelwerk.ui.own.calendar;

import java.util.HexFormat;
import java.util.Locale;
import nl.koppelwerk.data.answering.OwnCalendars;
import nl.koppelwerk.data.answering.OwnPairings;
import nl.koppelwerk.data.own.OwnScope;
import nl.koppelwerk.data.signin.Secrets;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.PublicAddress;
import nl.koppelwerk.ui.shell.Role;
import nl.koppelwerk.ui.shell.SignedInVolunteer;
import nl.koppelwerk.ui.shell.UnknownPage;
import nl.koppelwerk.ui.shell.Words;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The calendar at its secret address, which a calendar program reads without signing in; and making, renewing and ending
 * that address. Whether an address never was, was renewed or is no address at all, its answer is the same.
 */
@Controller
class CalendarController {
    private static final MediaType CALENDAR = MediaType.parseMediaType("text/calendar;charset=UTF-8");
    private static final String PAGE = "redirect:/own#calendar";

    private final OwnCalendars calendars;
    private final OwnPairings pairings;
    private final OwnScope scope;
    private final Site site;

    CalendarController(OwnCalendars calendars, OwnPairings pairings, OwnScope scope, Site site) {
        this.calendars = calendars;
        this.pairings = pairings;
        this.scope = scope;
        this.site = site;
    }

    /** What the file and its address are made of. */
    @Component
    record Site(MessageSource messages, PublicAddress address) {}

    @GetMapping("/own/calendar/{secret}.ics")
    @OpenTo({})
    ResponseEntity<String> read(@PathVariable String secret) {
        OwnCalendars.Owner owner = calendars.find(secret).orElseThrow(UnknownPage::new);
        CalendarFile file = new CalendarFile(site.messages(), Locale.of(owner.language()), owner.madeAt());
        String text = scope.inside(owner.volunteer(), () -> file.of(pairings.list()));
        String tag = HexFormat.of().formatHex(Secrets.hash(text));
        return ResponseEntity.ok().contentType(CALENDAR).eTag(tag).body(text);
    }

    @PostMapping("/own/calendar")
    @OpenTo(Role.VOLUNTEER)
    String make(@AuthenticationPrincipal SignedInVolunteer reader, RedirectAttributes redirect) {
        String secret = scope.inside(reader.self(), () -> calendars.make(reader.self()));
        redirect.addFlashAttribute("calendarAddress", site.address().of("/own/calendar/" + secret + ".ics"));
        return PAGE;
    }

    @PostMapping("/own/calendar/off")
    @OpenTo(Role.VOLUNTEER)
    String end(
            @AuthenticationPrincipal SignedInVolunteer reader,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        scope.inside(reader.self(), () -> {
            calendars.end(reader.self());
            return reader;
        });
        redirect.addFlashAttribute("message", words.say("own.calendar.ended"));
        return "redirect:/own";
    }
}
