package nl.koppelwerk.ui.own.asked;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import nl.koppelwerk.data.answering.AskLinks;
import nl.koppelwerk.data.answering.Heard;
import nl.koppelwerk.data.answering.OwnPairing;
import nl.koppelwerk.data.answering.OwnPairings;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.own.OwnScope;
import nl.koppelwerk.data.own.OwnVolunteer;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.pairing.life.CheckIn;
import nl.koppelwerk.ui.shell.SignedInVolunteer;
import nl.koppelwerk.ui.shell.UnknownPage;
import org.springframework.stereotype.Component;

/** Where volunteers see what they are asked and answer it, with the eyes of that volunteer and nobody else's. */
@Component
public class AskedDesk {
    private final AskLinks links;
    private final OwnPairings pairings;
    private final OwnScope scope;
    private final Audit audit;
    private final Clock clock;

    AskedDesk(AskLinks links, OwnPairings pairings, OwnScope scope, Audit audit, Clock clock) {
        this.links = links;
        this.pairings = pairings;
        this.scope = scope;
        this.audit = audit;
        this.clock = clock;
    }

    /** Everything that is asked, and everybody who is helped. */
    public List<AskedView> all(SignedInVolunteer reader, Locale locale) {
        OwnVolunteer volunteer = reader.self();
        return inside(volunteer, () -> {
            List<OwnPairing> all = pairings.list();
            all.stream().filter(OwnPairing::asks).forEach(one -> seen(volunteer, one.id()));
            return AskedView.of(all, today(), locale);
        });
    }

    Optional<AskLinks.Asked> find(String secret) {
        return links.find(secret);
    }

    /**
     * Empty: nothing is asked about it any more.
     *
     * @throws UnknownPage when it is not of this volunteer
     */
    Optional<AskedView> find(OwnVolunteer volunteer, PairingId id, Locale locale) {
        return inside(volunteer, () -> {
            if (!pairings.visible(id)) {
                throw new UnknownPage();
            }
            Optional<OwnPairing> found = pairings.find(id);
            found.ifPresent(one -> seen(volunteer, id));
            return found.map(one -> new AskedView(one, today(), locale));
        });
    }

    Heard answer(OwnVolunteer volunteer, PairingId id, AnswerForm form) {
        return inside(volunteer, () -> pairings.answer(id, form.seen(), form.reply(), form.because()));
    }

    /** The week that a check-in is asked for; empty: none is. */
    Optional<Integer> week(OwnVolunteer volunteer, PairingId id) {
        return inside(volunteer, () -> pairings.week(id));
    }

    Heard checkIn(OwnVolunteer volunteer, PairingId id, int week, CheckIn said) {
        return inside(volunteer, () -> pairings.checkIn(id, week, said));
    }

    private void seen(OwnVolunteer volunteer, PairingId id) {
        audit.add(
                volunteer.organisation(),
                new AuditEntry(
                        Optional.empty(),
                        AuditEntry.Action.SEEN,
                        AuditEntry.Subject.PAIRING,
                        id.value().toString(),
                        Map.of("by", "volunteer")));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private <T> T inside(OwnVolunteer volunteer, Supplier<T> work) {
        return scope.inside(volunteer, work);
    }
}
