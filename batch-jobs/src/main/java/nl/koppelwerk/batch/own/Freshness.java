package nl.koppelwerk.batch.own;

import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.UUID;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.mail.Mail;
import nl.koppelwerk.data.mail.Outbox;
import nl.koppelwerk.data.own.Questions;
import nl.koppelwerk.data.own.Questions.Addressee;
import nl.koppelwerk.data.person.PausingVolunteers;
import nl.koppelwerk.domain.programme.OrganisationId;

/**
 * Once a day: ends volunteers' own pauses, asks whose week was not confirmed for long and how it goes where it is time to,
 * and reminds of a return. Done again on the same day it adds nothing, because a question is one a day and a mail has an id
 * that follows from whom and when.
 */
public final class Freshness {
    private static final int DAYS_AHEAD = 3;

    /** A check-in that fell due while no mail went out is asked for as many days later. */
    private static final int DAYS_LATE = 6;

    private final OrganisationScope scope;
    private final Questions questions;
    private final PausingVolunteers pausing;
    private final Post post;

    public Freshness(OrganisationScope scope, Questions questions, PausingVolunteers pausing, Post post) {
        this.scope = scope;
        this.questions = questions;
        this.pausing = pausing;
        this.post = post;
    }

    /** Mail with links to the pages of volunteers. */
    public record Post(Outbox outbox, Clock clock, String site) {
        void send(OrganisationId organisation, Addressee to, String what, String path) {
            send(organisation, to, what, path, LocalDate.now(clock));
        }

        /** @param day of which there is one such mail, on whatever day it is made */
        void send(OrganisationId organisation, Addressee to, String what, String path, LocalDate day) {
            Locale language = Locale.of(to.language());
            ResourceBundle texts = ResourceBundle.getBundle(
                    "nl.koppelwerk.batch.own.own",
                    language,
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
            String name = what + " " + to.volunteer().value() + " " + day;
            Object[] said = {site + path, site + "/own/ask?language=" + to.language()};
            outbox.add(
                    organisation,
                    Mail.of(
                            UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                            to.email(),
                            texts.getString(what + ".subject"),
                            new MessageFormat(texts.getString(what + ".body"), language).format(said)));
        }
    }

    /** Whoever paused until today is back; whether or not mail goes out. */
    public int endPauses(OrganisationId organisation) {
        return scope.inside(organisation, () -> pausing.endOwnPauses().size());
    }

    /** Puts the questions and reminders of today in the outbox. */
    public void ask(OrganisationId organisation) {
        scope.inside(organisation, () -> {
            questions.due().forEach(to -> {
                String question = questions.ask(organisation, to.volunteer());
                post.send(
                        organisation,
                        to,
                        "question",
                        "/own/unchanged?language=" + to.language() + "&question=" + question);
            });
            questions
                    .backOn(LocalDate.now(post.clock()).plusDays(DAYS_AHEAD))
                    .forEach(to -> post.send(organisation, to, "return", "/own/ask?language=" + to.language()));
            LocalDate today = LocalDate.now(post.clock());
            questions
                    .checkIns(today.minusDays(DAYS_LATE), today)
                    .forEach(
                            (to, day) -> post.send(organisation, to, "checkin", "/own?language=" + to.language(), day));
        });
    }
}
