package nl.koppelwerk.ui.pairing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.batch.mail.MailServer;
import nl.koppelwerk.data.monitor.StaffHours;
import nl.koppelwerk.data.programme.KeptProgrammeFiles;
import nl.koppelwerk.data.programme.ProgrammeFile;
import nl.koppelwerk.data.sharing.Lendings;
import nl.koppelwerk.data.view.PairingViews;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.pairing.Pairings;
import nl.koppelwerk.pairing.life.Life;
import nl.koppelwerk.pairing.life.Lives;
import nl.koppelwerk.ui.shell.UnknownPage;
import org.springframework.stereotype.Component;

/** Puts the page of a pairing together, inside the scope of its organisation. */
@Component
class PairingPages {
    private final PairingViews views;
    private final Pairings pairings;
    private final Lives lives;
    private final Clock clock;
    private final MailServer mail;
    private final StaffHours staffHours;
    private final KeptProgrammeFiles programmes;
    private final Lendings lendings;

    PairingPages(
            PairingViews views,
            Pairings pairings,
            Lives lives,
            Clock clock,
            MailServer mail,
            StaffHours staffHours,
            KeptProgrammeFiles programmes,
            Lendings lendings) {
        this.views = views;
        this.pairings = pairings;
        this.lives = lives;
        this.clock = clock;
        this.mail = mail;
        this.staffHours = staffHours;
        this.programmes = programmes;
        this.lendings = lendings;
    }

    /** @throws UnknownPage when there is no such pairing, or it is a proposal still */
    PairingPage get(UUID id) {
        PairingId pairing = new PairingId(id);
        return views.find(pairing)
                .flatMap(view -> pairings.find(pairing)
                        .map(lives::get)
                        .map(life -> PairingPage.of(
                                view,
                                life,
                                new PairingPage.Moment(
                                        LocalDate.now(clock),
                                        mail.on(),
                                        staffHours.list(pairing),
                                        phase(pairing, life, LocalDate.now(clock)),
                                        lendings.of(pairing)))))
                .orElseThrow(UnknownPage::new);
    }

    /** The phase that the help is usually in by now, where the programme describes its phases. */
    private Optional<ProgrammeFile.Phase> phase(PairingId pairing, Life life, LocalDate today) {
        return life.help()
                .flatMap(help -> programmes
                        .ofPairing(pairing)
                        .flatMap(KeptProgrammeFiles.Kept::read)
                        .flatMap(file ->
                                file.phase((int) Math.max(0, ChronoUnit.WEEKS.between(help.startedOn(), today)))));
    }
}
