package nl.koppelwerk.ui.price;

import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.avoidedcost.calculation.Method;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.cost.CashableShares;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.imports.row.CellText;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.Role;
import nl.koppelwerk.ui.shell.UnknownPage;
import nl.koppelwerk.ui.shell.Words;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** By how much a municipality can make a contract smaller: only then is avoided care money in hand. */
@Controller
@OpenTo(Role.ADMINISTRATOR)
@RequestMapping("/prices/cashable")
class CashableController {
    private static final int LONGEST_SOURCE = 200;

    private final OrganisationScope scope;
    private final PriceListPage page;
    private final CashableShares shares;
    private final Audit audit;

    CashableController(OrganisationScope scope, PriceListPage page, CashableShares shares, Audit audit) {
        this.scope = scope;
        this.page = page;
        this.shares = shares;
        this.audit = audit;
    }

    @PostMapping
    ModelAndView keep(
            @RequestParam String municipality,
            @RequestParam String product,
            @RequestParam String percent,
            @RequestParam String source,
            @AuthenticationPrincipal Coordinator reader,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        return scope.inside(reader.organisation(), () -> {
            PriceListPage.Contract contract = get(municipality, product);
            String bare = percent.replace("%", "").strip();
            if (!bare.matches("100|[0-9]{1,2}") || source.isBlank() || source.length() > LONGEST_SOURCE) {
                return page.refused(municipality)
                        .addObject("cashableProblem", words.say("cashable.problem"))
                        .addObject("typedProduct", product)
                        .addObject("typedPercent", percent)
                        .addObject("typedSource", source);
            }
            shares.keep(
                    reader.organisation(),
                    municipality,
                    contract.product(),
                    new Method.Cashable(Integer.parseInt(bare), CellText.storable(source.strip())));
            note(reader, AuditEntry.Action.CHANGED, municipality, contract, bare);
            redirect.addFlashAttribute("message", words.say("cashable.kept", contract.name()));
            return back(municipality, redirect);
        });
    }

    /** From then on nobody has determined it. */
    @PostMapping("/remove")
    ModelAndView remove(
            @RequestParam String municipality,
            @RequestParam String product,
            @AuthenticationPrincipal Coordinator reader,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        return scope.inside(reader.organisation(), () -> {
            PriceListPage.Contract contract = get(municipality, product);
            if (shares.remove(municipality, contract.product())) {
                note(reader, AuditEntry.Action.REMOVED, municipality, contract, "-");
            }
            redirect.addFlashAttribute("message", words.say("cashable.removed", contract.name()));
            return back(municipality, redirect);
        });
    }

    private PriceListPage.Contract get(String municipality, String product) {
        return page.contracts(municipality).stream()
                .filter(contract -> contract.product().toString().equals(product))
                .findFirst()
                .orElseThrow(UnknownPage::new);
    }

    /** What it was before is told too, because published reports rest on it. */
    private void note(
            Coordinator reader,
            AuditEntry.Action action,
            String municipality,
            PriceListPage.Contract contract,
            String percent) {
        String before =
                contract.share().map(share -> Integer.toString(share.percent())).orElse("-");
        audit.add(
                reader.organisation(),
                new AuditEntry(
                        Optional.of(reader.account()),
                        action,
                        AuditEntry.Subject.PRICE,
                        municipality + " " + contract.product(),
                        Map.of("cashableBefore", before, "cashable", percent)));
    }

    private static ModelAndView back(String municipality, RedirectAttributes redirect) {
        redirect.addAttribute("municipality", municipality);
        return new ModelAndView("redirect:/prices");
    }
}
