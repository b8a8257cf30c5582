package nl.koppelwerk.data.household;

import java.time.LocalDateTime;
import java.util.Optional;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.pairing.life.Reply;

/**
 * Where a request stands.
 *
 * @param referred whether somebody else brought the family, who then has the link and answers nothing for it
 * @param introduction on the wall clock of Europe/Amsterdam
 */
public record Standing(
        Stage stage,
        boolean referred,
        Optional<PairingId> pairing,
        Optional<Reply> reply,
        Optional<LocalDateTime> introduction) {
    /** In the order in which it goes. */
    public enum Stage {
        REGISTERED,
        INTAKE,
        SEARCHING,
        ASKED,
        AGREED,
        INTRODUCTION,
        TRIAL,
        RUNNING,
        ENDING,
        CLOSED,
        DECLINED
    }

    /** Whether the family may say yes or no, or something else than before. */
    public boolean asks() {
        return !referred && (stage == Stage.ASKED || stage == Stage.AGREED);
    }
}
