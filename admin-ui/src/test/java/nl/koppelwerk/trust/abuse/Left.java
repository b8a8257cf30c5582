package nl.koppelwerk.trust.abuse;

import java.util.List;
import java.util.Set;
import nl.koppelwerk.trust.abuse.Grounds.Answer;
import nl.koppelwerk.trust.abuse.Grounds.Sent;
import org.springframework.dao.DataAccessException;

/** What something that was sent left in the database, before all of it was taken back. */
record Left(Answer answer, Contents before, Contents after) {
    static Contents before(Grounds grounds) {
        return grounds.undone(() -> contents(grounds));
    }

    /** @param before what there is, taken back to each time */
    static Left behind(Grounds grounds, Contents before, Sent sent) {
        return grounds.undone(() -> {
            Answer answer = grounds.send(sent);
            return new Left(answer, before, afterwards(grounds, before));
        });
    }

    Set<String> changes() {
        return before.differences(after, before.ids());
    }

    Set<String> differences(Left other) {
        return after.differences(other.after, before.ids());
    }

    private static Contents contents(Grounds grounds) {
        return Contents.of(
                grounds.jdbc(),
                List.of(grounds.objects().own.value(), grounds.objects().other.value()));
    }

    /** As it was, when PostgreSQL refused something: nothing of that transaction stays. */
    private static Contents afterwards(Grounds grounds, Contents before) {
        try {
            return contents(grounds);
        } catch (DataAccessException e) {
            return before;
        }
    }
}
