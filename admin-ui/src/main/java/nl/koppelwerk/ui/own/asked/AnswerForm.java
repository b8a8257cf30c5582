package nl.koppelwerk.ui.own.asked;

import java.util.Arrays;
import java.util.Optional;
import nl.koppelwerk.domain.pairing.DeclineReason;
import nl.koppelwerk.pairing.life.Reply;

/**
 * Yes, no or call me.
 *
 * @param seen the answer that stood on the page
 * @param because why not
 */
record AnswerForm(Optional<Reply> seen, Reply reply, Optional<DeclineReason> because) {
    /** Empty: no answer, or a no without a reason of the list. */
    static Optional<AnswerForm> read(String seen, String reply, String because) {
        Optional<DeclineReason> why = DeclineReason.OF_VOLUNTEERS.stream()
                .filter(reason -> reason.name().equals(because))
                .findFirst();
        return reply(reply)
                .filter(said -> said != Reply.NO || why.isPresent())
                .map(said -> new AnswerForm(reply(seen), said, said == Reply.NO ? why : Optional.empty()));
    }

    private static Optional<Reply> reply(String text) {
        return Arrays.stream(Reply.values())
                .filter(reply -> reply.name().equals(text))
                .findFirst();
    }
}
