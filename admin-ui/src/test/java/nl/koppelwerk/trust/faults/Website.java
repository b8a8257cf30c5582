package nl.koppelwerk.trust.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.koppelwerk.ui.HttpVisitor;

/** The application as a website with its schedule, and a coordinator who decides on what is proposed. */
final class Website {
    static final Duration LONGEST_RECOVERY = Duration.ofMinutes(10);

    private static final Pattern PROPOSAL = Pattern.compile("/proposals/([0-9a-f-]{36})");
    private static final Pattern MAIL = Pattern.compile("/mail/([0-9a-f-]{36})/again");
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

    private Website() {}

    /** It catches up last night's matching, sends mail to files and lets go of what is past its term, at once. */
    static List<String> words(List<String> settings) {
        return Scene.words(
                "serve --server.port=0 --koppelwerk.mail.folder=mail --koppelwerk.mail.every=1s"
                        + " --koppelwerk.mail.digest=00:00",
                settings);
    }

    static Path mail(Path home) {
        return home.resolve("mail");
    }

    /** All that was due is done, or shown to people. */
    static boolean quiet(Connection database) throws SQLException {
        Inspection inspection = new Inspection(database);
        return inspection.number("""
                        select (select count(*) from run r where r.status = 'PUBLISHED' and r.reconciled_at is not null
                                  and r.account is null and r.day = (select max(day) from run)
                                  and not exists (select from run o where o.status = 'RUNNING'))
                             * (select count(*) from (select 1) one
                                where not exists (select from outgoing_mail
                                                  where sent_at is null and claimed_at is null)
                                  and not exists (select from volunteer where stopped_on < current_date - 1000
                                                  and erased_on is null))
                             * (select count(*) - 1 from run where status = 'PUBLISHED')
                        """) > 0;
    }

    /** A coordinator who accepts proposals one after the other, and notes of which the website said that it is done. */
    static final class Coordinator implements Runnable {
        private final HttpVisitor visitor;
        private final int most;
        private final Set<String> told = ConcurrentHashMap.newKeySet();

        Coordinator(int port, int most) {
            this.visitor = new HttpVisitor("http://127.0.0.1:" + port);
            this.most = most;
        }

        /** What is known to be done, because the website went on to another one. */
        Set<String> told() {
            return told;
        }

        void signIn() {
            signIn(Scene.EMAIL);
        }

        /** @throws IllegalStateException when the website is there and does not let in: nothing would be tried */
        void signIn(String email) {
            HttpVisitor.Answer answer = visitor.signIn(email, Scene.PASSWORD);
            if (answer.location().filter(to -> to.contains("problem")).isPresent()) {
                throw new IllegalStateException(email + " is not let in: " + answer.location());
            }
        }

        @Override
        public void run() {
            try (visitor) {
                signIn();
                for (String id : proposals()) {
                    accept(id);
                }
            } catch (UncheckedIOException e) {
                // the website is gone
            }
        }

        List<String> proposals() {
            Matcher link = PROPOSAL.matcher(visitor.get("/proposals").body());
            List<String> ids = new ArrayList<>();
            while (link.find()) {
                if (!ids.contains(link.group(1)) && ids.size() < most) {
                    ids.add(link.group(1));
                }
            }
            return ids;
        }

        /** Whether the website said so. */
        boolean accept(String id) {
            Matcher version = VERSION.matcher(visitor.get("/proposals/" + id).body());
            if (!version.find()) {
                return false;
            }
            Optional<String> to = visitor.post("/proposals/" + id + "/confirm", "version", version.group(1))
                    .location();
            boolean said = to.filter(path -> PROPOSAL.matcher(path).find() && !path.contains(id))
                    .isPresent();
            if (said) {
                told.add(id);
            }
            return said;
        }

        /** Has all mail sent again of which nobody knows whether it arrived; how many there are. */
        int sendAgain() {
            List<String> ids = MAIL.matcher(visitor.get("/mail").body())
                    .results()
                    .map(form -> form.group(1))
                    .toList();
            ids.forEach(id -> visitor.post("/mail/" + id + "/again"));
            return ids.size();
        }

        /** Asks for a run now. */
        void startRun() {
            visitor.get("/runs");
            visitor.post("/runs");
        }
    }

    /** Its port, once it answers; empty when it does not come up. */
    static Optional<Integer> up(Running running) {
        Patience.until(
                LONGEST_RECOVERY,
                () -> running.port().isPresent() || !running.process().isAlive());
        return running.port();
    }

    /** How long from this moment until all is done that was due; empty when it never came to that. */
    static Optional<Double> untilQuiet(long begin, Opening opening) {
        boolean quiet = Patience.until(LONGEST_RECOVERY, () -> {
            try (Connection database = opening.open()) {
                return quiet(database);
            }
        });
        return quiet ? Optional.of(Patience.seconds(begin)) : Optional.empty();
    }

    /** A way to the database behind the application's back. */
    @FunctionalInterface
    interface Opening {
        Connection open() throws SQLException, IOException;
    }
}
