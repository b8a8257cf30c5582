package nl.koppelwerk.ui.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriComponentsBuilder;

/** Gives every page its words, the person who is signed in, and where the reader is, to switch language there. */
@ControllerAdvice
class Frame {
    private final MessageSource messages;
    private final Clock clock;

    Frame(MessageSource messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /** Forms are flat: no name reaches into a field, and one that tries does not fail the page. */
    @InitBinder
    void onlyWhatAFormHas(WebDataBinder binder) {
        binder.setDisallowedFields("*[*", "*.*");
    }

    @ModelAttribute("words")
    Words words(Locale locale) {
        return new Words(messages, locale, clock);
    }

    @ModelAttribute("signedIn")
    @Nullable
    Coordinator signedIn(@AuthenticationPrincipal @Nullable Coordinator coordinator) {
        return coordinator;
    }

    /** The main menu of this reader. */
    @ModelAttribute("sections")
    List<String> sections(@AuthenticationPrincipal @Nullable Coordinator coordinator) {
        return coordinator == null ? List.of() : Navigation.sections(coordinator.role());
    }

    /**
     * The page to come back to after a switch of language, with what was asked of it; a form that was sent is shown again
     * from its page.
     */
    @ModelAttribute("here")
    String here(HttpServletRequest request) {
        String path = request.getRequestURI();
        if (!request.getMethod().equals("GET") || path.equals("/error")) {
            return "/";
        }
        return UriComponentsBuilder.fromPath(path)
                .query(request.getQueryString())
                .replaceQueryParam("language")
                .build()
                .toUriString();
    }
}
