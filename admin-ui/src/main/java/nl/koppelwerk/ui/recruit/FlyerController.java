package nl.koppelwerk.ui.recruit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.recruit.RecruitNight;
import nl.koppelwerk.data.recruit.Recruits;
import nl.koppelwerk.data.recruit.WaitingFamilies;
import nl.koppelwerk.data.signup.OpenOrganisation;
import nl.koppelwerk.data.signup.OpenOrganisations;
import nl.koppelwerk.recruit.flyer.Flyer;
import nl.koppelwerk.recruit.flyer.WaitingFamily;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.PublicAddress;
import nl.koppelwerk.ui.shell.Role;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** A flyer for each neighbourhood where volunteers are looked for, in Dutch and English, to print and to copy. */
@Controller
@OpenTo({Role.COORDINATOR, Role.ADMINISTRATOR})
class FlyerController {
    private static final List<Locale> LANGUAGES = List.of(Locale.of("nl"), Locale.ENGLISH);

    private final OrganisationScope scope;
    private final Recruits recruits;
    private final WaitingFamilies waiting;
    private final OpenOrganisations organisations;
    private final Wording wording;

    FlyerController(
            OrganisationScope scope,
            Recruits recruits,
            WaitingFamilies waiting,
            OpenOrganisations organisations,
            Wording wording) {
        this.scope = scope;
        this.recruits = recruits;
        this.waiting = waiting;
        this.organisations = organisations;
        this.wording = wording;
    }

    /** One area in each language. */
    record Sheet(String key, List<FlyerText> texts) {}

    @GetMapping("/recruit/flyers")
    String flyers(@AuthenticationPrincipal Coordinator reader, Model model) {
        model.addAttribute("fewest", Flyer.FEWEST);
        model.addAttribute("sheets", scope.reading(reader.organisation(), () -> sheets(reader)));
        return "recruit/flyers";
    }

    private List<Sheet> sheets(Coordinator reader) {
        List<WaitingFamily> families = waiting.list();
        Set<Flyer> flyers = new LinkedHashSet<>();
        recruits.last()
                .map(RecruitNight::lines)
                .orElse(List.of())
                .forEach(line -> flyers.add(Flyer.around(line.place(), families)));
        String name = organisations.name();
        Optional<OpenOrganisation> open = organisations.find(reader.organisation());
        List<Sheet> sheets = new ArrayList<>();
        for (Flyer flyer : flyers) {
            sheets.add(new Sheet(
                    "flyer-" + (sheets.size() + 1),
                    LANGUAGES.stream()
                            .map(language -> wording.say(flyer, name, open, language))
                            .toList()));
        }
        return sheets;
    }

    /** Where to sign up, and the words for it. */
    @Component
    static class Wording {
        private final MessageSource messages;
        private final PublicAddress site;

        Wording(MessageSource messages, PublicAddress site) {
            this.messages = messages;
            this.site = site;
        }

        FlyerText say(Flyer flyer, String name, Optional<OpenOrganisation> open, Locale language) {
            String address =
                    site.of("/join" + open.map(one -> "?at=" + one.shortName()).orElse(""));
            return FlyerText.of(flyer, name, address, messages, language);
        }
    }
}
