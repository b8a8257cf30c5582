package nl.koppelwerk.batch.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.koppelwerk.batch.own.Freshness;
import nl.koppelwerk.batch.own.SignUps;
import nl.koppelwerk.data.account.Account;
import nl.koppelwerk.data.account.AccountViews;
import nl.koppelwerk.data.account.Accounts;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.cipher.Cell;
import nl.koppelwerk.data.cipher.Clear;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.data.erasure.ErasedList;
import nl.koppelwerk.data.erasure.Erasing;
import nl.koppelwerk.data.history.History;
import nl.koppelwerk.data.mail.Mail;
import nl.koppelwerk.data.mail.Outbox;
import nl.koppelwerk.data.mail.OutgoingMails;
import nl.koppelwerk.data.own.Questions;
import nl.koppelwerk.data.person.PausingVolunteers;
import nl.koppelwerk.data.retention.Retention;
import nl.koppelwerk.data.seal.AuditHeads;
import nl.koppelwerk.data.seal.HeadFile;
import nl.koppelwerk.data.signin.Secrets;
import nl.koppelwerk.data.signup.NeedsNearby;
import nl.koppelwerk.data.signup.Registrations;
import nl.koppelwerk.data.store.Organisations;
import nl.koppelwerk.data.store.Town;
import nl.koppelwerk.data.view.CareViews;
import nl.koppelwerk.data.view.PairingViews;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** With a real mail server, a real database, and senders that die or run twice. */
@ExtendWith(DatabaseExtension.class)
class MailSendingTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final Instant MORNING = Instant.parse("2026-03-17T06:30:00Z");
    private static final UUID NOOR = new UUID(4, 2);

    @RegisterExtension
    static final GreenMailExtension SERVER = new GreenMailExtension(
                    new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort())
            .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());

    private final TestDatabase database;
    private Clock clock = Clock.fixed(MORNING, ZONE);

    MailSendingTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void aMailArrivesOnceWithItsAppointment() throws MessagingException {
        OrganisationId organisation = database.organisation("appointment");
        add(
                organisation,
                new Mail(new UUID(1, 1), "moeder@voorbeeld.example", "Afspraak", "Tot dan é", Optional.of("X")));

        assertThat(sending(SERVER.getSmtp().getPort()).send(organisation)).isEqualTo(1);
        assertThat(sending(SERVER.getSmtp().getPort()).send(organisation)).isZero();

        Message[] received = SERVER.getReceivedMessages();
        assertThat(received).hasSize(1);
        assertThat(received[0].getSubject()).isEqualTo("Afspraak");
        assertThat(GreenMailUtil.getWholeMessage(received[0]))
                .contains(
                        "afspraak.ics",
                        "text/calendar",
                        "Auto-Submitted: auto-generated",
                        "From: zorg@voorbeeld.example");
        assertThat(states(organisation)).containsExactly(OutgoingMails.State.SENT);
    }

    @Test
    void whatAMailSaidIsKeptUntilItIsSentAndNoLonger() {
        OrganisationId organisation = database.organisation("opener");
        add(organisation, new Mail(new UUID(5, 1), "a@voorbeeld.example", "Uw link", "geheim", Optional.of("X")));

        assertThat(texts(organisation)).containsExactly("Uw link geheim X");
        sending(SERVER.getSmtp().getPort()).send(organisation);

        assertThat(texts(organisation)).containsExactly("Uw link  ");
    }

    private List<String> texts(OrganisationId organisation) {
        return database.scope()
                .inside(
                        organisation,
                        () -> database.jdbc()
                                .sql(
                                        "select subject || ' ' || body || ' ' || coalesce(calendar, '') from outgoing_mail")
                                .query(String.class)
                                .list());
    }

    @Test
    void fourSendersAtOnceSendEachMailOnce() throws InterruptedException, ExecutionException {
        OrganisationId organisation = database.organisation("crowd");
        IntStream.range(0, 37)
                .forEach(number -> add(
                        organisation, Mail.of(new UUID(2, number), "a@voorbeeld.example", "Nummer " + number, "x")));
        List<Callable<Integer>> senders = IntStream.range(0, 4)
                .mapToObj(number -> (Callable<Integer>)
                        () -> sending(SERVER.getSmtp().getPort()).send(organisation))
                .toList();

        int sent = 0;
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            for (Future<Integer> each : pool.invokeAll(senders)) {
                sent += each.get();
            }
        }

        assertThat(sent).isEqualTo(37);
        assertThat(Arrays.stream(SERVER.getReceivedMessages()).map(MailSendingTest::subject))
                .hasSize(37)
                .doesNotHaveDuplicates();
    }

    @Test
    void aMailWhoseSenderDiedIsNotSentAgainButShown() {
        OrganisationId organisation = database.organisation("killed");
        add(organisation, Mail.of(new UUID(3, 1), "a@voorbeeld.example", "Half", "x"));
        database.scope().inside(organisation, () -> mails().claim());

        clock = Clock.offset(clock, Duration.ofMinutes(20));
        assertThat(sending(SERVER.getSmtp().getPort()).send(organisation)).isZero();
        assertThat(states(organisation)).containsExactly(OutgoingMails.State.UNSURE);
        assertThat(SERVER.getReceivedMessages()).isEmpty();

        assertThat(database.scope().<Boolean>inside(organisation, () -> mails().sendAgain(new UUID(3, 1))))
                .isTrue();
        assertThat(sending(SERVER.getSmtp().getPort()).send(organisation)).isEqualTo(1);
        assertThat(database.scope().<Boolean>inside(organisation, () -> mails().sendAgain(new UUID(3, 1))))
                .isFalse();
    }

    @Test
    void aServerThatIsAwayIsTriedAgainLaterAndLaterAndNothingIsLost() {
        OrganisationId organisation = database.organisation("away");
        add(organisation, Mail.of(new UUID(5, 1), "a@voorbeeld.example", "Geduld", "x"));

        List<Long> minutes = IntStream.range(0, 4)
                .mapToObj(attempt -> {
                    sending(1).send(organisation);
                    OutgoingMails.Line line = lines(organisation).getFirst();
                    assertThat(line.state()).isEqualTo(OutgoingMails.State.FAILED);
                    assertThat(line.failure()).contains("MailSendException");
                    long delay = Duration.between(clock.instant(), line.next()).toMinutes();
                    assertThat(sending(1).send(organisation)).isZero();
                    assertThat(lines(organisation).getFirst().attempts()).isEqualTo(attempt + 1);
                    clock = Clock.offset(clock, Duration.ofMinutes(delay));
                    return delay;
                })
                .toList();

        assertThat(minutes).containsExactly(1L, 2L, 4L, 8L);
        assertThat(sending(SERVER.getSmtp().getPort()).send(organisation)).isEqualTo(1);
        assertThat(states(organisation)).containsExactly(OutgoingMails.State.SENT);
    }

    @Test
    void withoutAMailServerEverythingWaits() {
        OrganisationId organisation = database.organisation("off");
        add(organisation, Mail.of(new UUID(6, 1), "a@voorbeeld.example", "Later", "x"));

        assertThat(new MailSending(database.scope(), mails(), new MailServer(Optional.empty(), "x@y.example"))
                        .send(organisation))
                .isZero();

        assertThat(states(organisation)).containsExactly(OutgoingMails.State.WAITING);
    }

    @Test
    void withAFolderMailBecomesFilesThatCanBeRead(@TempDir Path folder) throws IOException {
        OrganisationId organisation = database.organisation("folder");
        String link = "http://localhost:8080/own/enter#code=a-very-long-secret-that-must-not-be-broken-over-lines-=é";
        add(organisation, Mail.of(new UUID(7, 1), "a/b@voorbeeld.example", "Uw pagina", link));
        add(organisation, Mail.of(new UUID(7, 2), "a/b@voorbeeld.example", "Nog een", "x"));

        MailServer server = new MailServer(Optional.of(new MailFolder(folder.resolve("new"))), "x@y.example");
        assertThat(new MailSending(database.scope(), mails(), server).send(organisation))
                .isEqualTo(2);

        assertThat(states(organisation)).containsOnly(OutgoingMails.State.SENT);
        try (Stream<Path> files = Files.list(folder.resolve("new"))) {
            assertThat(files.map(MailSendingTest::text))
                    .hasSize(2)
                    .anyMatch(text -> text.contains("Subject: Uw pagina") && text.contains(link));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void eachCoordinatorGetsOneDigestADayWithoutNamesOfFamilies() {
        Town town = Town.of(database.organisation("digest"), 5, 3);
        town.saveIn(database);
        account(town.organisation(), NOOR, "noor@voorbeeld.example");
        account(town.organisation(), new UUID(4, 3), "stil@voorbeeld.example");
        introduction(town, "2026-03-18 15:30", "gezin@voorbeeld.example");
        pairing(town, 1, "attention_since = '2026-03-16'");

        round().run();
        round().run();

        assertThat(recipients()).containsExactlyInAnyOrder("noor@voorbeeld.example", "gezin@voorbeeld.example");
        String digest = body("noor@voorbeeld.example");
        assertThat(digest)
                .contains("Iemand vraagt aandacht: gezin G00001 (16 maart)", "https://koppel.example/pairings/")
                .doesNotContain("Ünal", "Vrijwilliger");
        assertThat(body("gezin@voorbeeld.example"))
                .contains("Op 18 maart om 15:30 is de kennismaking.", "Plek: De Buurt");

        clock = Clock.offset(clock, Duration.ofDays(1));
        round().run();
        assertThat(recipients()).filteredOn("noor@voorbeeld.example"::equals).hasSize(2);
    }

    @Test
    void beforeTheHourNoDigestIsMade() {
        Town town = Town.of(database.organisation("early"), 5, 3);
        town.saveIn(database);
        account(town.organisation(), new UUID(4, 9), "vroeg@voorbeeld.example");
        pairing(town, 1, "attention_since = '2026-03-16', coordinator = '" + new UUID(4, 9) + "'");
        clock = Clock.fixed(Instant.parse("2026-03-17T05:59:59Z"), ZONE);

        round().run();

        assertThat(lines(town.organisation())).isEmpty();
    }

    private MailRound round() {
        Outbox outbox = new Outbox(database.jdbc(), clock);
        MailServer server = server(SERVER.getSmtp().getPort());
        return new MailRound(
                new Organisations(database.jdbc(), database.scope()),
                new MailRound.Morning(
                        new Digests(
                                database.scope(),
                                outbox,
                                new CareViews(database.jdbc()),
                                clock,
                                "https://koppel.example"),
                        new Reminders(database.scope(), outbox, new PairingViews(database.jdbc()), clock),
                        new MailRound.OwnPages(freshness(outbox), signUps()),
                        database.scope(),
                        new AccountViews(database.jdbc(), clock),
                        LocalTime.of(7, 0),
                        clock,
                        new HashMap<OrganisationId, LocalDate>()),
                new MailSending(database.scope(), mails(), server),
                server);
    }

    private SignUps signUps() {
        return new SignUps(
                database.scope(),
                new NeedsNearby(database.jdbc()),
                new Registrations(
                        database.jdbc(),
                        database.scope(),
                        new Secrets(new SecureRandom()),
                        new Audit(database.jdbc(), clock),
                        clock),
                new Retention(
                        database.jdbc(),
                        database.scope(),
                        new Retention.Beside(
                                new Erasing(
                                        database.jdbc(),
                                        database.transactions(),
                                        database.scope(),
                                        clock,
                                        new Erasing.Beside(List.of(), new ErasedList(Path.of("target", "erased.csv")))),
                                new AuditHeads(
                                        database.jdbc(),
                                        database.scope(),
                                        HeadFile.in(Path.of("target"), Path.of("target", "signing.key")),
                                        clock),
                                new Audit(database.jdbc(), clock)),
                        clock),
                clock);
    }

    private Freshness freshness(Outbox outbox) {
        History history = new History(database.jdbc(), clock);
        return new Freshness(
                database.scope(),
                new Questions(database.jdbc(), database.scope(), new Secrets(new SecureRandom()), clock),
                new PausingVolunteers(database.jdbc(), history, new Audit(database.jdbc(), clock)),
                new Freshness.Post(outbox, clock, "https://koppel.example"));
    }

    private MailSending sending(int port) {
        return new MailSending(database.scope(), mails(), server(port));
    }

    private static MailServer server(int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        return new MailServer(Optional.of(sender), "zorg@voorbeeld.example");
    }

    private OutgoingMails mails() {
        return new OutgoingMails(database.jdbc(), clock);
    }

    private void add(OrganisationId organisation, Mail mail) {
        database.scope().inside(organisation, () -> new Outbox(database.jdbc(), clock).add(organisation, mail));
    }

    private List<OutgoingMails.Line> lines(OrganisationId organisation) {
        return database.scope().inside(organisation, () -> mails().list(50));
    }

    private List<OutgoingMails.State> states(OrganisationId organisation) {
        return lines(organisation).stream().map(OutgoingMails.Line::state).toList();
    }

    private void account(OrganisationId organisation, UUID id, String email) {
        new Accounts(database.jdbc(), database.scope())
                .save(new Account(id, organisation, email, "Noor", "{noop}x", Account.Role.COORDINATOR, true));
    }

    private void introduction(Town town, String at, String address) {
        pairing(town, 0, "introduction_at = '" + at + "'");
        database.scope().inside(town.organisation(), () -> {
            database.jdbc()
                    .sql("update family set email = :email where id = :id")
                    .param(
                            "email",
                            Clear.of(
                                    Cell.FAMILY_EMAIL,
                                    town.families().get(0).id().value(),
                                    address))
                    .param("id", town.families().get(0).id().value())
                    .update();
        });
    }

    private void pairing(Town town, int number, String life) {
        UUID id = new UUID(town.organisation().value().getLeastSignificantBits(), number);
        database.scope().inside(town.organisation(), () -> {
            database.jdbc()
                    .sql("""
                            insert into pairing (organisation, id, request, volunteer, day_parts, step, held, proposed_at)
                            values (:organisation, :id, :request, :volunteer, 64, 'INTRODUCTION', true, '2026-03-01T00:00Z')
                            """)
                    .param("organisation", town.organisation().value())
                    .param("id", id)
                    .param("request", town.requests().get(number).id().value())
                    .param("volunteer", town.volunteers().get(number).id().value())
                    .update();
            database.jdbc()
                    .sql(
                            "insert into pairing_life (organisation, pairing, coordinator, introduction_at, introduction_place)"
                                    + " select :organisation, :id, a.id, '2026-04-01 10:00', :place from account a"
                                    + " order by a.id limit 1")
                    .param("place", Clear.of(Cell.INTRODUCTION_PLACE, id, "De Buurt"))
                    .param("organisation", town.organisation().value())
                    .param("id", id)
                    .update();
            database.jdbc()
                    .sql("update pairing_life set " + life + " where pairing = :id")
                    .param("id", id)
                    .update();
        });
    }

    private static List<String> recipients() {
        return Arrays.stream(SERVER.getReceivedMessages())
                .map(message -> header(message, "To"))
                .filter(
                        List.of("noor@voorbeeld.example", "stil@voorbeeld.example", "gezin@voorbeeld.example")
                                ::contains)
                .toList();
    }

    private static String body(String recipient) {
        return Arrays.stream(SERVER.getReceivedMessages())
                .filter(message -> header(message, "To").equals(recipient))
                .map(MailSendingTest::text)
                .findFirst()
                .orElseThrow();
    }

    private static String text(Message message) {
        try {
            return message.getContent().toString();
        } catch (MessagingException | java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String subject(Message message) {
        return header(message, "Subject");
    }

    private static String header(Message message, String name) {
        try {
            return message.getHeader(name)[0];
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }
}
