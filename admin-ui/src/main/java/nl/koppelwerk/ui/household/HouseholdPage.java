package nl.koppelwerk.ui.household;

import java.util.Locale;
import java.util.Optional;
import nl.koppelwerk.data.household.Households;
import nl.koppelwerk.data.household.OwnIntake;
import nl.koppelwerk.data.household.Standing;
import nl.koppelwerk.data.household.Standings;
import nl.koppelwerk.data.signup.OpenOrganisation;
import nl.koppelwerk.data.signup.OpenOrganisations;
import nl.koppelwerk.pairing.life.Reply;
import nl.koppelwerk.ui.shell.OwnChoices;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The one page that a link opens: where the request stands, and what the family has said. */
@Component
record HouseholdPage(Standings standings, Households households, OwnIntake intake, OpenOrganisations organisations) {
    static boolean right(String key) {
        return key.matches("[A-Za-z0-9_-]{43}");
    }

    ModelAndView show(String key, Locale locale) {
        Optional<Standing> standing = right(key) ? standings.find(key) : Optional.empty();
        ModelAndView page =
                new ModelAndView("household/standing", standing.isPresent() ? HttpStatus.OK : HttpStatus.NOT_FOUND);
        standing.ifPresent(found -> page.addObject("standing", found)
                .addObject("stages", Standing.Stage.values())
                .addObject("replies", Reply.values())
                .addObject("key", key)
                .addObject("saveAt", "/help/standing/save")
                .addObject("told", intake.isThere(key))
                .addObject("when", when(found, locale))
                .addObject("referred", standings.referrals(key))
                .addObject("said", new OwnChoices(locale)));
        standing.flatMap(found -> households.find(key))
                .ifPresent(said -> page.addObject("family", new HouseholdView(said, key, locale)));
        called(key).ifPresent(one -> page.addObject("organisation", one));
        return page;
    }

    private Optional<OpenOrganisation> called(String key) {
        return right(key) ? standings.organisation(key).flatMap(organisations::find) : Optional.empty();
    }

    private static String when(Standing standing, Locale locale) {
        return standing.introduction().map(new OwnChoices(locale)::moment).orElse("");
    }
}
