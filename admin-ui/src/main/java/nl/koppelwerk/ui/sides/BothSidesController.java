package nl.koppelwerk.ui.sides;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.erasure.Person;
import nl.koppelwerk.data.imports.row.Dates;
import nl.koppelwerk.data.person.By;
import nl.koppelwerk.data.sides.Invitation;
import nl.koppelwerk.data.sides.KnowingBothSides;
import nl.koppelwerk.data.sides.Linking;
import nl.koppelwerk.data.store.Families;
import nl.koppelwerk.data.store.Volunteers;
import nl.koppelwerk.domain.family.Family;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.volunteer.Volunteer;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.Role;
import nl.koppelwerk.ui.shell.UnknownPage;
import nl.koppelwerk.ui.shell.VolunteerChanged;
import nl.koppelwerk.ui.shell.Words;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whether a parent who gets help also gives it, or would like to. */
@Controller
@OpenTo({Role.COORDINATOR, Role.ADMINISTRATOR})
@RequestMapping("/families/{id:[0-9a-f-]{36}}/both-sides")
class BothSidesController {
    private final OrganisationScope scope;
    private final KnowingBothSides sides;
    private final People people;
    private final ApplicationEventPublisher events;

    BothSidesController(
            OrganisationScope scope, KnowingBothSides sides, People people, ApplicationEventPublisher events) {
        this.scope = scope;
        this.sides = sides;
        this.people = people;
        this.events = events;
    }

    /** Who there is, on both sides. */
    @Component
    record People(Families families, Volunteers volunteers, Audit audit) {
        Family get(UUID id) {
            return families.find(new FamilyId(id)).orElseThrow(UnknownPage::new);
        }
    }

    @GetMapping
    String look(@PathVariable UUID id, @AuthenticationPrincipal Coordinator reader, Model model) {
        return scope.inside(reader.organisation(), () -> {
            Family family = people.get(id);
            people.audit()
                    .add(
                            reader.organisation(),
                            new AuditEntry(
                                    Optional.of(reader.account()),
                                    AuditEntry.Action.SEEN,
                                    AuditEntry.Subject.FAMILY,
                                    id.toString(),
                                    Map.of("what", "both-sides")));
            model.addAttribute("family", family);
            model.addAttribute("others", sides.of(Person.of(family.id())));
            model.addAttribute("invitation", sides.invitation(family.id()).orElse(null));
            model.addAttribute("answers", Invitation.Answer.values());
            return "sides/family";
        });
    }

    /** @param volunteer its number, as the organisation writes it */
    @PostMapping("/link")
    String link(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String volunteer,
            @RequestParam(defaultValue = "") String on,
            @AuthenticationPrincipal Coordinator reader,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        Optional<LocalDate> agreedOn = Dates.find(on);
        if (agreedOn.isEmpty()) {
            scope.inside(reader.organisation(), () -> people.get(id));
            return told(id, "warning", words.say("sides.refused.DAY"), redirect);
        }
        Linking linking = scope.inside(reader.organisation(), () -> {
            FamilyId family = people.get(id).id();
            return people.volunteers()
                    .find(volunteer.strip())
                    .map(one -> link(family, one, agreedOn.get(), reader))
                    .orElse(new Linking.Refused(Linking.Reason.UNKNOWN));
        });
        return switch (linking) {
            case Linking.Linked linked -> told(id, "message", words.say("sides.linked"), redirect);
            case Linking.Refused(Linking.Reason reason) ->
                told(id, "warning", words.say("sides.refused." + reason), redirect);
            case Linking.Paired paired -> told(id, "warning", words.say("sides.refused.PAIRED"), redirect);
        };
    }

    private Linking link(FamilyId family, Volunteer volunteer, LocalDate agreedOn, Coordinator reader) {
        Linking linking = sides.link(family, volunteer.id(), agreedOn, by(reader));
        if (linking instanceof Linking.Linked) {
            tell(reader, volunteer.id());
        }
        return linking;
    }

    @PostMapping("/unlink")
    String unlink(
            @PathVariable UUID id,
            @RequestParam UUID volunteer,
            @AuthenticationPrincipal Coordinator reader,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        boolean done = scope.inside(reader.organisation(), () -> {
            boolean removed = sides.unlink(people.get(id).id(), new VolunteerId(volunteer), by(reader));
            if (removed) {
                tell(reader, new VolunteerId(volunteer));
            }
            return removed;
        });
        return told(
                id,
                done ? "message" : "warning",
                words.say(done ? "sides.unlinked" : "sides.refused.UNKNOWN"),
                redirect);
    }

    @PostMapping("/invitation")
    String invite(
            @PathVariable UUID id,
            @RequestParam Optional<Invitation.Answer> answer,
            @RequestParam(defaultValue = "") String on,
            @AuthenticationPrincipal Coordinator reader,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        Optional<LocalDate> askedOn = Dates.find(on);
        boolean done = scope.inside(reader.organisation(), () -> {
            FamilyId family = people.get(id).id();
            return answer.isPresent()
                    && askedOn.isPresent()
                    && sides.invite(family, askedOn.get(), answer.get(), by(reader));
        });
        return told(
                id, done ? "message" : "warning", words.say(done ? "sides.invited" : "sides.refused.ANSWER"), redirect);
    }

    private void tell(Coordinator reader, VolunteerId changed) {
        events.publishEvent(new VolunteerChanged(reader.organisation(), changed));
    }

    private static By by(Coordinator reader) {
        return new By(reader.organisation(), reader.account());
    }

    private static String told(UUID id, String how, String text, RedirectAttributes redirect) {
        redirect.addFlashAttribute(how, text);
        return "redirect:/families/" + id + "/both-sides";
    }
}
