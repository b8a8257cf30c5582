package nl.koppelwerk.ui.casereview;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import nl.koppelwerk.avoidedcost.price.UnitPrice;
import nl.koppelwerk.avoidedcost.review.CareLine;
import nl.koppelwerk.avoidedcost.review.CaseReview;
import nl.koppelwerk.avoidedcost.review.ReviewDraft;
import nl.koppelwerk.data.cost.CarePrices;
import nl.koppelwerk.data.cost.CaseReviews;
import nl.koppelwerk.data.cost.ReviewedPair;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.imports.row.CellText;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.Role;
import nl.koppelwerk.ui.shell.UnknownPage;
import nl.koppelwerk.ui.shell.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The review of one pairing. Euros are shown only after the estimate is fixed; a change after that needs a reason. */
@Controller
@OpenTo(Role.COORDINATOR)
@RequestMapping("/pairings/{id:[0-9a-f-]{36}}/review")
class CaseReviewController {
    private static final int LONGEST_REASON = 500;

    private final OrganisationScope scope;
    private final CaseReviews reviews;
    private final CarePrices prices;
    private final ReviewJournal journal;

    CaseReviewController(OrganisationScope scope, CaseReviews reviews, CarePrices prices, ReviewJournal journal) {
        this.scope = scope;
        this.reviews = reviews;
        this.prices = prices;
        this.journal = journal;
    }

    /** @param line number of the line that is to be changed; without it, a line can be added */
    @GetMapping
    ModelAndView page(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer line,
            @AuthenticationPrincipal Coordinator coordinator) {
        return scope.inside(coordinator.organisation(), () -> {
            ReviewedPair pair = get(id);
            journal.seen(coordinator, pair.pairing());
            Optional<CaseReviews.KeptDraft> draft = reviews.findDraft(pair.pairing());
            Optional<CaseReview> fixed = reviews.find(pair.pairing());
            if (draft.isEmpty() && fixed.isPresent()) {
                return fixed(pair, fixed.get());
            }
            CaseReviews.KeptDraft shown = draft.orElseGet(() -> Drafts.fresh(pair, coordinator));
            return changing(draft(pair, shown, HttpStatus.OK), shown.draft().lines(), line);
        });
    }

    @PostMapping("/words")
    ModelAndView words(
            @PathVariable UUID id,
            WordsForm form,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        return scope.inside(coordinator.organisation(), () -> {
            if (!form.fits()) {
                ReviewedPair pair = get(id);
                CaseReviews.KeptDraft kept = kept(pair, coordinator);
                CaseReviews.KeptDraft typed =
                        new CaseReviews.KeptDraft(form.in(kept.draft()), kept.version(), kept.reason());
                return draft(pair, typed, HttpStatus.UNPROCESSABLE_CONTENT).addObject("tooLong", true);
            }
            return change(id, form.seen(), coordinator, words, redirect, form::in);
        });
    }

    @PostMapping("/lines")
    ModelAndView addLine(
            @PathVariable UUID id,
            LineForm form,
            @RequestParam int seen,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        return line(id, form, seen, coordinator, words, redirect, null);
    }

    @PostMapping("/lines/{number:[0-9]{1,3}}")
    ModelAndView changeLine(
            @PathVariable UUID id,
            @PathVariable int number,
            LineForm form,
            @RequestParam int seen,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        return line(id, form, seen, coordinator, words, redirect, number);
    }

    private ModelAndView line(
            UUID id,
            LineForm form,
            int seen,
            Coordinator coordinator,
            Words words,
            RedirectAttributes redirect,
            @Nullable Integer number) {
        return scope.inside(coordinator.organisation(), () -> {
            ReviewedPair pair = get(id);
            CaseReviews.KeptDraft draft = kept(pair, coordinator);
            Map<String, String> problems = form.problems(pair, prices.list(pair.municipality()));
            if (!draft.draft().timelines().areComplete() || !problems.isEmpty()) {
                return draft(pair, draft, HttpStatus.UNPROCESSABLE_CONTENT)
                        .addObject("form", form)
                        .addObject("line", number)
                        .addObject("problems", problems);
            }
            return change(
                    id,
                    seen,
                    coordinator,
                    words,
                    redirect,
                    now -> Drafts.with(now, number == null ? now.lines().size() : number, form.line()));
        });
    }

    @PostMapping("/lines/{number:[0-9]{1,3}}/remove")
    ModelAndView removeLine(
            @PathVariable UUID id,
            @PathVariable int number,
            @RequestParam int seen,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        return change(id, seen, coordinator, words, redirect, draft -> Drafts.without(draft, number));
    }

    @PostMapping("/fix")
    ModelAndView fix(
            @PathVariable UUID id,
            @RequestParam int seen,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        return scope.inside(coordinator.organisation(), () -> {
            ReviewedPair pair = get(id);
            CaseReviews.KeptDraft kept = reviews.findDraft(pair.pairing()).orElseThrow(UnknownPage::new);
            if (kept.version() != seen) {
                return changedMeanwhile(id, words, redirect);
            }
            return switch (Drafts.upToNow(kept.draft(), pair).fix(journal.now())) {
                case ReviewDraft.Fixing.Unfinished(var missing) ->
                    draft(pair, kept, HttpStatus.UNPROCESSABLE_CONTENT)
                            .addObject("missing", missing.stream().sorted().toList());
                case ReviewDraft.Fixing.Fixed(CaseReview review) -> {
                    reviews.fix(coordinator.organisation(), review, kept.reason(), coordinator.account());
                    journal.changed(coordinator, pair.pairing(), "fixed");
                    redirect.addFlashAttribute("message", words.say("casereview.fixed"));
                    yield back(id);
                }
            };
        });
    }

    /** Opens a fixed review again; the fixed one counts until the new one is fixed. */
    @PostMapping("/reopen")
    ModelAndView reopen(
            @PathVariable UUID id,
            @RequestParam String reason,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        return scope.inside(coordinator.organisation(), () -> {
            ReviewedPair pair = get(id);
            CaseReview review = reviews.find(pair.pairing()).orElseThrow(UnknownPage::new);
            if (reason.isBlank() || reason.length() > LONGEST_REASON) {
                ModelAndView again = fixed(pair, review).addObject("reasonMissing", true);
                again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                return again;
            }
            keep(
                    pair,
                    new CaseReviews.KeptDraft(
                            Drafts.draftOf(review, pair), 0, Optional.of(CellText.storable(reason.strip()))),
                    0,
                    coordinator);
            journal.changed(coordinator, pair.pairing(), "reopened");
            return back(id);
        });
    }

    /** Takes the changes to a fixed review away; the fixed one counted all the time. */
    @PostMapping("/drop")
    ModelAndView drop(
            @PathVariable UUID id,
            @AuthenticationPrincipal Coordinator coordinator,
            @ModelAttribute("words") Words words,
            RedirectAttributes redirect) {
        return scope.inside(coordinator.organisation(), () -> {
            ReviewedPair pair = get(id);
            if (reviews.find(pair.pairing()).isEmpty()) {
                throw new UnknownPage();
            }
            reviews.dropDraft(pair.pairing());
            journal.changed(coordinator, pair.pairing(), "dropped");
            redirect.addFlashAttribute("message", words.say("casereview.dropped"));
            return back(id);
        });
    }

    private CaseReviews.KeptDraft kept(ReviewedPair pair, Coordinator coordinator) {
        return reviews.findDraft(pair.pairing()).orElseGet(() -> Drafts.fresh(pair, coordinator));
    }

    private ModelAndView change(
            UUID id,
            int seen,
            Coordinator coordinator,
            Words words,
            RedirectAttributes redirect,
            UnaryOperator<ReviewDraft> change) {
        return scope.inside(coordinator.organisation(), () -> {
            ReviewedPair pair = get(id);
            CaseReviews.KeptDraft kept = kept(pair, coordinator);
            CaseReviews.KeptDraft changed = new CaseReviews.KeptDraft(change.apply(kept.draft()), seen, kept.reason());
            if (!keep(pair, changed, seen, coordinator)) {
                return changedMeanwhile(id, words, redirect);
            }
            journal.changed(coordinator, pair.pairing(), "draft");
            redirect.addFlashAttribute("message", words.say("casereview.kept"));
            return back(id);
        });
    }

    private boolean keep(ReviewedPair pair, CaseReviews.KeptDraft draft, int seen, Coordinator coordinator) {
        return reviews.keepDraft(coordinator.organisation(), draft, seen, coordinator.account(), journal.now());
    }

    private static ModelAndView changing(ModelAndView page, List<CareLine> lines, @Nullable Integer line) {
        return line == null || line < 0 || line >= lines.size()
                ? page
                : page.addObject("line", line).addObject("form", LineForm.of(lines.get(line)));
    }

    private static ModelAndView changedMeanwhile(UUID id, Words words, RedirectAttributes redirect) {
        redirect.addFlashAttribute("warning", words.say("casereview.changedMeanwhile"));
        return back(id);
    }

    private static ModelAndView back(UUID id) {
        return new ModelAndView("redirect:/pairings/" + id + "/review");
    }

    private ModelAndView draft(ReviewedPair pair, CaseReviews.KeptDraft kept, HttpStatus status) {
        List<UnitPrice> products = prices.list(pair.municipality());
        return new ModelAndView("casereview/draft", status)
                .addObject("pair", pair)
                .addObject("kept", kept)
                .addObject("products", ProductChoice.of(products))
                .addObject("names", ProductChoice.names(products))
                .addObject("tooLong", false)
                .addObject("form", LineForm.blank(pair.started().getYear()))
                .addObject("problems", Map.of())
                .addObject("missing", List.of());
    }

    private ModelAndView fixed(ReviewedPair pair, CaseReview review) {
        List<UnitPrice> products = prices.list(pair.municipality());
        return new ModelAndView("casereview/fixed")
                .addObject("pair", pair)
                .addObject("case", ReviewedCase.of(pair, review, products, prices.index()))
                .addObject("names", ProductChoice.names(products))
                .addObject("reasonMissing", false);
    }

    private ReviewedPair get(UUID id) {
        return reviews.findPair(new PairingId(id), journal.today()).orElseThrow(UnknownPage::new);
    }
}
