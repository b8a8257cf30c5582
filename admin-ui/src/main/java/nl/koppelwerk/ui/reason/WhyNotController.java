package nl.koppelwerk.ui.reason;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.view.choice.Choice;
import nl.koppelwerk.data.view.choice.ChoiceViews;
import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.Role;
import nl.koppelwerk.ui.shell.UnknownPage;
import nl.koppelwerk.ui.shell.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestHeader;

/** "Why not …?": for a family any volunteer can be asked about, for a volunteer any family. */
@Controller
@OpenTo(Role.COORDINATOR)
class WhyNotController {
    private static final int MOST_FOUND = 8;

    private final OrganisationScope scope;
    private final ChoiceViews choices;
    private final Answers answers;
    private final Audit audit;

    WhyNotController(OrganisationScope scope, ChoiceViews choices, Answers answers, Audit audit) {
        this.scope = scope;
        this.choices = choices;
        this.answers = answers;
        this.audit = audit;
    }

    /** What was asked so far: one of the two, and who else is sought or chosen. */
    record Question(
            @Nullable UUID request,
            @Nullable UUID volunteer,
            @Nullable String q) {
        boolean isComplete() {
            return request != null && volunteer != null;
        }

        /** Read by the page. */
        public Optional<String> sought() {
            return Optional.ofNullable(q).map(String::strip).filter(text -> !text.isEmpty());
        }
    }

    @GetMapping("/why-not")
    String ask(
            Question question,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            Model model) {
        UUID request = question.request();
        UUID volunteer = question.volunteer();
        if (request == null && volunteer == null) {
            throw new UnknownPage();
        }
        scope.inside(coordinator.organisation(), () -> {
            note(coordinator, question);
            model.addAttribute("family", request == null ? null : family(request));
            model.addAttribute("volunteer", volunteer == null ? null : volunteer(volunteer));
            model.addAttribute(
                    "found",
                    question.sought().map(text -> found(question, text)).orElse(null));
        });
        model.addAttribute("question", question);
        if (request != null && volunteer != null) {
            model.addAttribute(
                    "answer",
                    answers.whyNot(new SupportRequestId(request), new VolunteerId(volunteer), coordinator, words));
        }
        return part == null ? "reason/why-not" : "reason/why-not :: reply";
    }

    private Choice family(UUID request) {
        return choices.request(new SupportRequestId(request)).orElseThrow(UnknownPage::new);
    }

    private Choice volunteer(UUID volunteer) {
        return choices.volunteer(new VolunteerId(volunteer)).orElseThrow(UnknownPage::new);
    }

    private List<Choice> found(Question question, String text) {
        return question.request() != null ? choices.volunteers(text, MOST_FOUND) : choices.requests(text, MOST_FOUND);
    }

    /** Both sides when a pair was asked about; of a search only that there was one. */
    private void note(Coordinator reader, Question question) {
        Optional<UUID> account = Optional.of(reader.account());
        boolean aboutFamily = question.request() != null;
        AuditEntry.Subject subject = aboutFamily ? AuditEntry.Subject.REQUEST : AuditEntry.Subject.VOLUNTEER;
        String object = String.valueOf(aboutFamily ? question.request() : question.volunteer());
        Map<String, String> detail =
                question.isComplete() ? Map.of("volunteer", String.valueOf(question.volunteer())) : Map.of();
        AuditEntry.Action action = question.isComplete() ? AuditEntry.Action.SEEN : AuditEntry.Action.SEARCHED;
        audit.add(reader.organisation(), new AuditEntry(account, action, subject, object, detail));
    }
}
