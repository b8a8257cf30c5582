package nl.koppelwerk.ui.pairing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import nl.koppelwerk.data.monitor.StaffHours;
import nl.koppelwerk.domain.pairing.Pairing;
import nl.koppelwerk.domain.pairing.Step;
import nl.koppelwerk.domain.week.Hours;
import nl.koppelwerk.pairing.CoordinatorId;
import nl.koppelwerk.pairing.life.Advance;
import nl.koppelwerk.pairing.life.Life;
import nl.koppelwerk.pairing.life.Rematching;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.FamilyMail;
import nl.koppelwerk.ui.shell.PairingDecided;
import nl.koppelwerk.ui.shell.Words;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * What an action brings along: invitations by mail, hours of staff and a backup who takes over, in the same transaction; and,
 * when help has ended, a fresh plan for who has room and who asks again.
 */
@Component
class AfterAction {
    private final Invitations invitations;
    private final AskMail asking;
    private final FamilyMail families;
    private final Rematching rematching;
    private final StaffHours staffHours;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    AfterAction(
            Invitations invitations,
            AskMail asking,
            FamilyMail families,
            Rematching rematching,
            StaffHours staffHours,
            Clock clock,
            ApplicationEventPublisher events) {
        this.invitations = invitations;
        this.asking = asking;
        this.families = families;
        this.rematching = rematching;
        this.staffHours = staffHours;
        this.clock = clock;
        this.events = events;
    }

    /** What was done, with the page as it was before. */
    record Done(PairingPage before, Life life, Sent sent, Coordinator coordinator) {}

    /**
     * The pairing whose page is shown next.
     *
     * @throws RefusedAction when the backup cannot take over
     */
    UUID done(Form form, Done done, Words words) {
        if (form == Form.INTRODUCTION && done.sent().ticked("mail")) {
            invitations.send(done.before(), done.life(), done.coordinator(), words);
        }
        if (form == Form.ASK && done.sent().ticked("mail")) {
            asking.send(done.life().pairing());
            families.asked(done.life().pairing());
        }
        if (form == Form.TRIAL || form == Form.CHECK_IN) {
            done.sent().maybeHours(Form.STAFF_HOURS).ifPresent(hours -> note(hours, done));
        }
        if (done.life().step() == Step.ENDED) {
            Pairing ended = done.life().pairing();
            events.publishEvent(new PairingDecided(ended.organisation(), ended.id()));
        }
        if (form == Form.REMATCH && done.sent().ticked("takeOver")) {
            return takeOver(done);
        }
        return done.life().pairing().id().value();
    }

    private void note(Hours hours, Done done) {
        staffHours.note(
                done.coordinator().organisation(),
                done.life().pairing().id(),
                new StaffHours.Noted(LocalDate.now(clock), hours),
                done.coordinator().account());
    }

    private UUID takeOver(Done done) {
        CoordinatorId by = new CoordinatorId(done.coordinator().account());
        return done.before()
                .life()
                .backup()
                .map(backup -> switch (rematching.takeOver(done.life().pairing(), backup, by)) {
                    case Advance.Done(Life next) -> next.pairing().id().value();
                    case Advance.Refused refused -> throw new RefusedAction(refused.why());
                })
                .orElseGet(() -> done.life().pairing().id().value());
    }
}
