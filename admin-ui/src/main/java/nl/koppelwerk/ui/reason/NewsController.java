package nl.koppelwerk.ui.reason;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.view.choice.FreshViews;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.OpenTo;
import nl.koppelwerk.ui.shell.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/** What a coordinator's last decisions changed about other proposals: a part of the page after, or a page of its own. */
@Controller
@OpenTo(Role.COORDINATOR)
class NewsController {
    private static final Duration RECENT = Duration.ofMinutes(1);
    private static final Duration TODAY = Duration.ofHours(12);
    private static final int MOST = 40;

    private final OrganisationScope scope;
    private final FreshViews fresh;
    private final Followed followed;
    private final Clock clock;

    NewsController(OrganisationScope scope, FreshViews fresh, Followed followed, Clock clock) {
        this.scope = scope;
        this.fresh = fresh;
        this.followed = followed;
        this.clock = clock;
    }

    @GetMapping("/plan/news")
    String news(
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            @AuthenticationPrincipal Coordinator coordinator,
            Model model) {
        // Asked first: what is done after this question is answered is told by the next one.
        boolean busy = followed.isBusyFor(coordinator.account());
        List<FreshViews.Changed> changed = scope.reading(coordinator.organisation(), () -> {
            Instant since = part == null
                    ? clock.instant().minus(TODAY)
                    : fresh.lastDecision(coordinator.account(), clock.instant().minus(RECENT));
            return fresh.since(coordinator.account(), since, MOST);
        });
        model.addAttribute("busy", busy);
        model.addAttribute("changed", changed);
        return part == null ? "reason/news" : "reason/news :: news";
    }
}
