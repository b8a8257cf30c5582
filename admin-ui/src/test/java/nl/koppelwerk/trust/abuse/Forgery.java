package nl.koppelwerk.trust.abuse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import nl.koppelwerk.trust.abuse.Grounds.Answer;
import nl.koppelwerk.trust.abuse.Grounds.Proof;
import nl.koppelwerk.trust.abuse.Grounds.Sent;
import nl.koppelwerk.ui.access.Mapping;
import nl.koppelwerk.ui.access.TwoOrganisations.Reader;
import nl.koppelwerk.ui.access.TwoOrganisations.Whose;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;

/** Has somebody's browser send what they did not ask for: every address that changes something, without its proof. */
final class Forgery implements Attack {
    /** As a page of somebody else can have a browser send them, and as one could try to look like a script of ours. */
    private static final List<Map<String, String>> HEADERS = List.of(
            Map.of(),
            Map.of("Content-Type", "text/plain", "Origin", "https://kwaad.example", "Sec-Fetch-Site", "cross-site"),
            Map.of("Content-Type", "multipart/form-data; boundary=x", "Origin", "null"),
            Map.of("Content-Type", "application/json", "X-HTTP-Method-Override", "POST"),
            Map.of("HX-Request", "true", "X-Requested-With", "XMLHttpRequest"));

    /** Noted by being looked at: who looked, which proposal somebody has open, that a session is still used. */
    private static final String NOTED =
            "(audit_entry|proposal_reader|account_session|household_page|volunteer_page)\\..*";

    private final Held opened = new Held("Nothing is changed by a page that is only opened");
    private final Held refused = new Held("Nothing is changed for a form that does not come from a page of ours");

    @Override
    public String name() {
        return "forgery";
    }

    @Override
    public List<Held> on(Grounds grounds, Random random, int tries) {
        for (Mapping mapping : Mapping.all(grounds.pages().context())) {
            for (RequestMethod verb :
                    List.of(RequestMethod.POST, RequestMethod.PUT, RequestMethod.PATCH, RequestMethod.DELETE)) {
                mapping.handler(verb).ifPresent(handler -> {
                    List<Optional<Reader>> readers = new ArrayList<>();
                    for (Reader reader : Reader.values()) {
                        if (Mapping.openTo(handler).contains(reader.role)) {
                            readers.add(Optional.of(reader));
                        }
                    }
                    if (Mapping.openTo(handler).isEmpty()) {
                        readers.add(Optional.empty());
                        readers.add(Optional.of(Reader.COORDINATOR));
                    }
                    Map<String, String> parameters = Mapping.parameters(handler, grounds.objects());
                    readers.forEach(reader -> forge(grounds, mapping, verb, reader.orElse(null), parameters));
                });
            }
        }
        Contents before = Left.before(grounds);
        for (Site.Page page : Site.of(grounds).pages()) {
            Set<String> changes = new TreeSet<>(
                    Left.behind(grounds, before, new Sent(page.by(), HttpMethod.GET, page.address(), List.of()))
                            .changes());
            changes.removeIf(column -> column.matches(NOTED));
            opened.expect(changes.isEmpty(), "GET " + page.pattern() + " by " + page.who() + ": " + changes);
        }
        return List.of(refused, opened);
    }

    private void forge(
            Grounds grounds, Mapping mapping, RequestMethod verb, @Nullable Reader by, Map<String, String> parameters) {
        List<Sent.Field> fields = new ArrayList<>();
        parameters.forEach((name, value) -> fields.add(new Sent.Field(name, value)));
        Sent sent = new Sent(
                by,
                HttpMethod.valueOf(verb.name()),
                mapping.address(grounds.objects(), Whose.OWN, false),
                List.copyOf(fields));
        for (Proof proof : List.of(Proof.NONE, Proof.WRONG)) {
            for (Map<String, String> headers : HEADERS) {
                Answer answer = grounds.undone(() -> grounds.send(sent.with(headers), proof));
                refused.expect(
                        !answer.reached() && (answer.status() == 403 || answer.status() == 302),
                        verb + " " + mapping.pattern() + " by " + by + " with " + proof + " proof and " + headers + ": "
                                + answer.status());
            }
        }
    }
}
