package nl.koppelwerk.ui.administration;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import nl.koppelwerk.data.account.AccountViews;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.audit.AuditSearch;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.Role;
import nl.koppelwerk.ui.shell.Words;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who did or saw what, and when. Looking here is written down too. */
@Controller
@OpenTo(Role.ADMINISTRATOR)
class AuditController {
    private static final int PAGE_SIZE = 50;

    private final OrganisationScope scope;
    private final AuditSearch search;
    private final AccountViews accounts;
    private final Audit audit;

    AuditController(OrganisationScope scope, AuditSearch search, AccountViews accounts, Audit audit) {
        this.scope = scope;
        this.search = search;
        this.accounts = accounts;
        this.audit = audit;
    }

    @GetMapping("/audit")
    ModelAndView find(
            @RequestParam Optional<UUID> account,
            @RequestParam Optional<String> object,
            @RequestParam Optional<AuditEntry.Action> action,
            @RequestParam Optional<AuditEntry.Subject> subject,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> until,
            @RequestParam(defaultValue = "1") int page,
            @AuthenticationPrincipal Coordinator administrator,
            @ModelAttribute("words") Words words) {
        AuditSearch.Question question = new AuditSearch.Question(
                account, object.map(String::strip).filter(given -> !given.isEmpty()), action, subject, from, until);
        return scope.inside(administrator.organisation(), () -> {
            ModelAndView found = new ModelAndView("administration/audit")
                    .addObject("page", search.find(question, page, PAGE_SIZE))
                    .addObject("question", question)
                    .addObject("details", new AuditWords(words))
                    .addObject("accounts", accounts.list())
                    .addObject("actions", AuditEntry.Action.values())
                    .addObject("subjects", AuditEntry.Subject.values());
            audit.add(
                    administrator.organisation(),
                    new AuditEntry(
                            Optional.of(administrator.account()),
                            AuditEntry.Action.SEARCHED,
                            AuditEntry.Subject.AUDIT_LOG,
                            question.account().map(UUID::toString).orElse("all"),
                            asked(question)));
            return found;
        });
    }

    /** Of the words that were typed only whether there were any: they may be a name. */
    private static Map<String, String> asked(AuditSearch.Question question) {
        Map<String, String> asked = new TreeMap<>();
        question.object().ifPresent(given -> asked.put("object", "given"));
        question.action().ifPresent(given -> asked.put("action", given.name()));
        question.subject().ifPresent(given -> asked.put("subject", given.name()));
        question.from().ifPresent(given -> asked.put("from", given.toString()));
        question.until().ifPresent(given -> asked.put("until", given.toString()));
        return asked;
    }
}
