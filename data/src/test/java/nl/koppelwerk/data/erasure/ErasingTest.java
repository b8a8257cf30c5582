package nl.koppelwerk.data.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.cipher.Cell;
import nl.koppelwerk.data.cipher.Clear;
import nl.koppelwerk.data.cipher.Said;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.data.erasure.Erasure.Gone;
import nl.koppelwerk.data.erasure.Erasure.Stays;
import nl.koppelwerk.data.format.FileLimits;
import nl.koppelwerk.data.imports.ImportOutcome;
import nl.koppelwerk.data.imports.Importing;
import nl.koppelwerk.data.mail.Mail;
import nl.koppelwerk.data.mail.Outbox;
import nl.koppelwerk.data.run.Runs;
import nl.koppelwerk.data.store.KeptLives;
import nl.koppelwerk.data.store.KeptPairings;
import nl.koppelwerk.data.store.PublishedNight;
import nl.koppelwerk.data.store.Town;
import nl.koppelwerk.domain.pairing.EndReason;
import nl.koppelwerk.domain.pairing.Outcome;
import nl.koppelwerk.domain.pairing.Pairing;
import nl.koppelwerk.domain.pairing.RunId;
import nl.koppelwerk.domain.pairing.Side;
import nl.koppelwerk.domain.programme.LifeDomain;
import nl.koppelwerk.domain.snapshot.Snapshot;
import nl.koppelwerk.domain.week.Hours;
import nl.koppelwerk.pairing.Confirmation;
import nl.koppelwerk.pairing.ConfirmingProposals;
import nl.koppelwerk.pairing.CoordinatorId;
import nl.koppelwerk.pairing.life.Action;
import nl.koppelwerk.pairing.life.Advance;
import nl.koppelwerk.pairing.life.CheckIn;
import nl.koppelwerk.pairing.life.FollowingPairings;
import nl.koppelwerk.pairing.life.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A family and a volunteer with unmistakable words in every field go through everything, and are erased. */
@ExtendWith(DatabaseExtension.class)
class ErasingTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-03-17T09:30:00Z"), ZoneId.of("Europe/Amsterdam"));
    private static final LocalDate TODAY = Town.TODAY;
    private static final int FAMILY = 3;
    private static final int VOLUNTEER = 1;
    private static final Hours TWO_AND_A_HALF = Hours.parse("2.5");

    private final TestDatabase database;
    private final JdbcClient jdbc;
    private final CoordinatorId noor;
    private final PublishedNight night;
    private final Town town;
    private final Leftovers leftovers;

    @TempDir
    Path home = Path.of("");

    ErasingTest(TestDatabase database, TestInfo test) {
        this.database = database;
        this.jdbc = database.jdbc();
        this.town = Town.of(database.organisation(test.getDisplayName()), 7, 5);
        this.noor =
                new CoordinatorId(UUID.nameUUIDFromBytes(test.getDisplayName().getBytes(StandardCharsets.UTF_8)));
        this.night = PublishedNight.of(database, town, CLOCK, noor);
        this.leftovers = new Leftovers(database, town.organisation());
    }

    private Person family() {
        return Person.of(town.families().get(FAMILY).id());
    }

    private Person volunteer() {
        return Person.of(town.volunteers().get(VOLUNTEER).id());
    }

    private Erasing erasing() {
        return new Erasing(
                jdbc,
                database.transactions(),
                database.scope(),
                CLOCK,
                new Erasing.Beside(
                        List.of(new RefusedRowFiles(home.resolve("afgewezen"))),
                        new ErasedList(home.resolve("erased.csv"))));
    }

    /** {@code @CELL(text)} is encrypted, for the family or the volunteer that this is about. */
    private String sealed(String sql) {
        return Pattern.compile("@([A-Z]+_[A-Z_]+)\\(([^)]*)\\)").matcher(sql).replaceAll(match -> {
            Cell cell = Cell.valueOf(match.group(1));
            UUID row = cell.table().equals("volunteer") ? volunteer().id() : family().id();
            return Matcher.quoteReplacement("'" + Clear.of(cell, row, match.group(2)) + "'");
        });
    }

    private void sql(String sql) {
        String filled = sealed(sql)
                .replace("@ORG", "'" + town.organisation().value() + "'::uuid")
                .replace("@FAMILY", "'" + family().id() + "'::uuid")
                .replace("@VOLUNTEER", "'" + volunteer().id() + "'::uuid")
                .replace("@OTHER", "'" + town.volunteers().getFirst().id().value() + "'::uuid")
                .replace("@NOOR", "'" + noor.value() + "'::uuid");
        database.scope().inside(town.organisation(), () -> {
            jdbc.sql(filled).update();
        });
    }

    @BeforeEach
    void everyFieldTells() throws IOException {
        Files.createDirectories(home.resolve("afgewezen"));
        sql(
                "update volunteer set name = @VOLUNTEER_NAME(Anna Roodstaart), email = @VOLUNTEER_EMAIL(roodstaart@vogel.example), phone = @VOLUNTEER_PHONE(06 roodstaart), street = @VOLUNTEER_STREET(Roodstaartpad),"
                        + " school = @VOLUNTEER_SCHOOL(De Roodstaart), reference = 'ROODSTAART-1' where id = @VOLUNTEER");
        sql(
                "update family set name = @FAMILY_NAME(Gezin Zwartkop), email = @FAMILY_EMAIL(zwartkop@vogel.example), phone = @FAMILY_PHONE(06 zwartkop), street = @FAMILY_STREET(Zwartkoplaan),"
                        + " school = @FAMILY_SCHOOL(De Zwartkop), reference = 'ZWARTKOP-3' where id = @FAMILY");
        sql("update support_request set reference = 'ZWARTKOP-3-1' where family = @FAMILY");
    }

    /** From proposal to end, with words of both sides and of the coordinator, in mail too. */
    private Pairing lived() {
        Pairing pairing = pair();
        List.of(
                        new Action.Ask(),
                        new Action.Answer(Side.FAMILY, Reply.YES),
                        new Action.Answer(Side.VOLUNTEER, Reply.YES),
                        new Action.PlanIntroduction(
                                TODAY.minusDays(30).atTime(15, 30), "Zwartkoplaan 7, bij Roodstaart"),
                        new Action.StartTrial(TODAY.minusDays(29), TODAY.plusDays(13), TWO_AND_A_HALF),
                        new Action.HoldCheckIn(
                                Side.FAMILY,
                                new CheckIn(
                                        2,
                                        TWO_AND_A_HALF,
                                        Optional.of("Mevrouw Zwartkop vindt Roodstaart te druk."),
                                        CheckIn.Wish.CONTINUE,
                                        Map.of(LifeDomain.SOCIAL, 4))))
                .forEach(action -> act(pairing, action));
        String justification =
                Clear.of(Cell.OVERRIDE_JUSTIFICATION, pairing.id().value(), "Zwartkop en Roodstaart kennen elkaar");
        sql("insert into pairing_override (organisation, pairing, rule, justification)"
                + " select organisation, id, 'near', '" + justification + "' from pairing where step = 'TRIAL'");
        sql("""
                insert into case_review (organisation, pairing, version, content, fixed_at, account)
                select organisation, id, 1, '{"before": "Zwartkop", "expectedWithout": "Roodstaart",
                    "happened": "Zwartkop", "lines": [], "estimatedBy": "Noor", "estimatedWith": ["mevrouw Zwartkop"]}',
                    now(), @NOOR
                from pairing where step = 'TRIAL'
                """);
        return pairing;
    }

    private Pairing pair() {
        Pairing pairing = night.propose(7).stream()
                .filter(one -> one.volunteer().value().equals(volunteer().id()))
                .filter(one ->
                        one.request().equals(town.requests().get(VOLUNTEER).id()))
                .findFirst()
                .orElseThrow();
        sql("update support_request set family = @FAMILY, reference = 'ZWARTKOP-3-2' where id = '"
                + pairing.request().value() + "'");
        assertThat(database.scope()
                        .<Confirmation>inside(
                                town.organisation(),
                                () -> new ConfirmingProposals(new KeptPairings(jdbc), CLOCK)
                                        .confirm(pairing.id(), 1, noor)))
                .isInstanceOf(Confirmation.Confirmed.class);
        return pairing;
    }

    private void act(Pairing pairing, Action action) {
        KeptPairings pairings = new KeptPairings(jdbc);
        FollowingPairings following =
                new FollowingPairings(pairings, new KeptLives(jdbc, pairings, new Audit(jdbc, CLOCK)), CLOCK);
        Advance advance = database.scope().inside(town.organisation(), () -> {
            int version = pairings.find(pairing.id()).orElseThrow().version();
            return following.follow(pairing.id(), version, action, Optional.of("Zwartkop belde over Roodstaart"), noor);
        });
        assertThat(advance).as(action.toString()).isInstanceOf(Advance.Done.class);
    }

    private void end(Pairing pairing) {
        act(pairing, new Action.End(Outcome.REACHED, EndReason.AGREED_TIME_OVER, false));
    }

    private void mail(String recipient, String subject, String body, Optional<String> calendar) {
        database.scope()
                .inside(
                        town.organisation(),
                        () -> new Outbox(jdbc, CLOCK)
                                .add(
                                        town.organisation(),
                                        new Mail(UUID.randomUUID(), recipient, subject, body, calendar)));
    }

    private void said(Cell cell, String text, String where) {
        Said.put(
                database,
                town.organisation(),
                cell,
                text,
                where,
                Map.of("family", family().id(), "volunteer", volunteer().id()));
    }

    /** All other places in which people are told of. */
    private void toldOfElsewhere() throws IOException {
        mail("roodstaart@vogel.example", "Vraag", "Dag", Optional.empty());
        mail("noor@koppelwerk.example", "Over Anna Roodstaart", "Dag", Optional.empty());
        mail(
                "noor@koppelwerk.example",
                "Afspraak",
                "Bij Gezin Zwartkop.",
                Optional.of("LOCATION:Zwartkoplaan 7\\, bij Roodstaart"));
        mail("noor@koppelwerk.example", "Anders", "Over zwartkoppen", Optional.empty());
        sql(
                "insert into block (organisation, family, volunteer, reason) values (@ORG, @FAMILY, @OTHER, 'zwartkop wil niet')");
        sql("insert into volunteer_absence (organisation, volunteer, first_day, last_day)"
                + " values (@ORG, @VOLUNTEER, '2026-03-20', '2026-03-22')");
        sql("insert into intake_answer (organisation, family, question, answer) values (@ORG, @FAMILY, 'goal', '–')");
        said(Cell.INTAKE_ANSWER, "Mevrouw Zwartkop wil weer werken", "family = :family");
        said(Cell.INTAKE_ANSWER, "Zwartkop wil rust", "family = :family");
        sql(
                "insert into emergency (organisation, id, family, signals, noted_at, noted_by, handled_at, handled_by, outcome)"
                        + " values (@ORG, gen_random_uuid(), @FAMILY, '{EMPTY_FRIDGE}', now(), @NOOR, now(), @NOOR, '–')");
        said(Cell.EMERGENCY_OUTCOME, "Zwartkop gebeld", "family = :family");
        sql("insert into consent (organisation, id, family, version, given_on, way, account)"
                + " values (@ORG, gen_random_uuid(), @FAMILY, 'zwartkop', '2026-03-01', 'ORAL', @NOOR)");
        sql("insert into consent (organisation, id, volunteer, version, language, given_on, way)"
                + " values (@ORG, gen_random_uuid(), @VOLUNTEER, 'roodstaart', 'nl', '2026-03-01', 'OWN_PAGE')");
        sql("""
                insert into warm_referral (organisation, id, request, service, service_name, provider, needs, agreed_on, state,
                    step, who, due_on)
                select @ORG, q.id, q.id, q.id, 'Hulp', '', '{FINANCE}', '2026-03-01', 'PLANNED', 'GO_ALONG', '–', '2026-03-19'
                from support_request q
                """);
        sql("""
                insert into warm_referral_step (organisation, referral, number, request, at, state, step, who, due_on)
                select organisation, id, 1, request, now(), state, step, who, due_on from warm_referral
                """);
        String theirs = "request in (select id from support_request where family = :family)";
        said(Cell.REFERRAL_WHO, "Anna Roodstaart", "true");
        said(Cell.REFERRAL_WHO, "Mevrouw Zwartkop", theirs);
        said(Cell.REFERRAL_STEP_WHO, "Anna Roodstaart", "true");
        said(Cell.REFERRAL_STEP_WHO, "Mevrouw Zwartkop", theirs);
        sql("insert into volunteer_calendar (organisation, volunteer, hash, made_at)"
                + " values (@ORG, @VOLUNTEER, sha256((@ORG)::text::bytea), now())");
        sql("""
                insert into registration (organisation, id, side, state, name, email, phone, postcode, languages, day_parts,
                    kind, needs, birth_years, signals, referrer_kind, referrer_name, referrer_organisation, referrer_email,
                    referrer_may_follow, page_language, consent_version, created_at, form, family)
                values (@ORG, @FAMILY, 'FAMILY', 'TAKEN_OVER', @REGISTRATION_NAME(Zwartkop),
                    @REGISTRATION_EMAIL(zwartkop@vogel.example), @REGISTRATION_PHONE(0612345678),
                    3021, 'nld:A1', 4, 'BUDDY', '{}', '{}', '{}', 'SCHOOL', @REGISTRATION_REFERRER_NAME(Juf van Zwartkop),
                    'De Zwartkop', @REGISTRATION_REFERRER_EMAIL(juf@vogel.example), true, 'nl', '2026-11', now(), sha256((@ORG)::text::bytea), @FAMILY)
                """);
        sql("insert into import_preview (organisation, id, name, content, offered_at, account, outcome, refused_rows)"
                + " values (@ORG, gen_random_uuid(), 'zwartkop.csv', '', now(), @NOOR, '–', '')");
        Path file = home.resolve("gezinnen.csv");
        Files.writeString(file, """
                gezinsnummer;gezin;postcode;talen;steunvraag;programma;soort;hulpvragen;uren_per_week;dagdelen;wacht_sinds
                ZWARTKOP-3;Gezin Zwartkop;9999;nld:C2;;MAATJE;maatje;opvoeding;3;zaterdagochtend;2026-10-02
                99;Gezin Anders;9999;nld:C2;;MAATJE;maatje;opvoeding;3;zaterdagochtend;2026-10-02
                """);
        new Importing(jdbc, database.scope(), CLOCK, FileLimits.DEFAULT)
                .importFile(
                        town.organisation(),
                        new Importing.Offer(file, "gezinnen.csv", home.resolve("afgewezen")),
                        rows -> {});
        Files.delete(file);
    }

    @Test
    void nothingIsLeftOfAFamilyAndThenOfTheVolunteer() throws IOException {
        Pairing pairing = lived();
        end(pairing);
        toldOfElsewhere();
        assertThat(leftovers.of("zwartkop")).hasSizeGreaterThan(15);
        assertThat(leftovers.of("roodstaart")).hasSizeGreaterThan(9);

        Erasure family = erasing().erase(town.organisation(), family(), Optional.of(noor.value()));

        assertThat(family).isInstanceOfSatisfying(Erasure.Erased.class, erased -> {
            assertThat(erased.gone())
                    .containsEntry(Gone.RECORD, 1L)
                    .containsEntry(Gone.REQUESTS, 2L)
                    .containsEntry(Gone.MAIL, 1L)
                    .containsEntry(Gone.IMPORTED_ROWS, 2L)
                    .containsEntry(Gone.REGISTRATIONS, 1L)
                    .containsEntry(Gone.CONSENT, 1L)
                    .containsEntry(Gone.REFERRALS, 2L)
                    .containsEntry(Gone.INTAKE, 2L)
                    .containsEntry(Gone.FILES, 1L)
                    .containsEntry(Gone.NIGHTS, 1L);
            assertThat(erased.stays())
                    .containsEntry(Stays.PAIRINGS, 1L)
                    .containsEntry(Stays.REVIEWS, 1L)
                    .containsEntry(Stays.NIGHTS, 1L);
        });
        // What somebody called others in a mail that names nobody is not found by name; the word was chosen to show so.
        assertThat(leftovers.of("zwartkop")).containsExactly("public.outgoing_mail.body");
        assertThat(leftovers.of("zwartkoppen")).containsExactly("public.outgoing_mail.body");
        assertThat(Leftovers.inFiles(home, "zwartkop")).isEmpty();
        assertThat(Leftovers.inFiles(home, "Gezin Anders")).hasSize(1);

        erasing().erase(town.organisation(), volunteer(), Optional.empty());

        assertThat(leftovers.of("roodstaart")).isEmpty();
        assertThat(stands(
                        "select step || ' ' || started_on || ' ' || quarters_per_week || ' ' || ended_on from pairing_life l"
                                + " join pairing p on p.id = l.pairing where p.volunteer = '"
                                + volunteer().id() + "'"))
                .containsExactly("ENDED 2026-02-16 10 2026-03-17");
    }

    private List<String> stands(String sql) {
        return database.scope()
                .inside(
                        town.organisation(),
                        () -> jdbc.sql(sql)
                                .query((row, number) -> row.getString(1))
                                .list());
    }

    @Test
    void aRehearsalSaysTheSameAndLeavesEverything() throws IOException {
        end(lived());
        toldOfElsewhere();
        List<String> before = new ArrayList<>(leftovers.of("zwartkop"));

        Erasure said = erasing().rehearse(town.organisation(), family());

        assertThat(leftovers.of("zwartkop")).containsExactlyElementsOf(before);
        assertThat(Leftovers.inFiles(home, "zwartkop")).hasSize(1);
        assertThat(erasing().erase(town.organisation(), family(), Optional.of(noor.value())))
                .isEqualTo(said);
    }

    @Test
    void aPairingUnderWayIsEndedByAPersonFirst() {
        Pairing pairing = lived();

        assertThat(erasing().erase(town.organisation(), volunteer(), Optional.of(noor.value())))
                .isEqualTo(new Erasure.Refused(
                        Erasure.Reason.UNDER_WAY, List.of(pairing.id().value())));
        assertThat(leftovers.of("Anna Roodstaart")).isNotEmpty();
        end(pairing);
        assertThat(erasing().erase(town.organisation(), volunteer(), Optional.of(noor.value())))
                .isInstanceOf(Erasure.Erased.class);
    }

    @Test
    void whoIsHeldIsNotErasedUntilTheHoldEndsAndItsWordsGoWithIt() {
        database.scope()
                .inside(
                        town.organisation(),
                        () -> new LegalHolds(jdbc)
                                .put(
                                        town.organisation(),
                                        volunteer(),
                                        "Klacht over Roodstaart loopt",
                                        TODAY,
                                        noor.value()));

        assertThat(erasing().erase(town.organisation(), volunteer(), Optional.of(noor.value())))
                .isEqualTo(new Erasure.Refused(Erasure.Reason.HELD));
        database.scope().inside(town.organisation(), () -> new LegalHolds(jdbc).end(volunteer()));
        assertThat(erasing().erase(town.organisation(), volunteer(), Optional.of(noor.value())))
                .isInstanceOf(Erasure.Erased.class);
        assertThat(leftovers.of("roodstaart")).isEmpty();
    }

    @Test
    void whatAskedForIsDoneWithTheErasure() {
        ErasureRequests asked = new ErasureRequests(jdbc);
        database.scope().inside(town.organisation(), () -> {
            asked.ask(town.organisation(), family(), TODAY, Optional.empty());
            asked.ask(town.organisation(), family(), TODAY.plusDays(3), Optional.of(noor.value()));
        });

        assertThat(database.scope().inside(town.organisation(), asked::list))
                .containsExactly(
                        new ErasureRequests.Open(family(), "Gezin Zwartkop", TODAY, LocalDate.of(2026, 4, 17), true));
        erasing().erase(town.organisation(), family(), Optional.of(noor.value()));
        assertThat(database.scope().inside(town.organisation(), asked::list)).isEmpty();
    }

    /** Two were one: the earlier record under another number goes too. */
    @Test
    void whoWasMergedIntoThePersonGoesToo() {
        sql("update volunteer set merged_into = @VOLUNTEER, active = false where id = @OTHER");
        Said.put(
                database,
                town.organisation(),
                Cell.VOLUNTEER_NAME,
                "A. Roodstaart",
                "id = :id",
                Map.of("id", town.volunteers().getFirst().id().value()));

        assertThat(erasing()
                        .erase(
                                town.organisation(),
                                Person.of(town.volunteers().getFirst().id()),
                                Optional.empty()))
                .isEqualTo(new Erasure.Refused(Erasure.Reason.UNKNOWN));
        erasing().erase(town.organisation(), volunteer(), Optional.empty());

        assertThat(leftovers.of("roodstaart")).isEmpty();
        assertThat(stands("select count(*)::text from volunteer where erased_on is not null"))
                .containsExactly("2");
    }

    @Test
    void theSnapshotOfTheNightIsTheSameButForTheName() throws NoSuchAlgorithmException {
        night.propose(7);
        Snapshot before = snapshot();

        erasing().erase(town.organisation(), family(), Optional.empty());

        Snapshot after = snapshot();
        int place = before.families().stream()
                .map(family -> family.id().value())
                .toList()
                .indexOf(family().id());
        assertThat(after.families()).hasSameSizeAs(before.families());
        assertThat(after.families().get(place)).satisfies(family -> {
            assertThat(family.id()).isEqualTo(before.families().get(place).id());
            assertThat(family.name()).isEqualTo("–");
            assertThat(family.languages())
                    .isEqualTo(before.families().get(place).languages());
        });
        assertThat(after.volunteers()).isEqualTo(before.volunteers());
        assertThat(stands("select erased_persons::text from run")).containsExactly("1");
        assertThat(bytes("select snapshot_sha256 from run"))
                .isEqualTo(MessageDigest.getInstance("SHA-256").digest(bytes("select snapshot from run")));
    }

    private byte[] bytes(String sql) {
        return database.scope()
                .inside(
                        town.organisation(),
                        () -> jdbc.sql(sql)
                                .query((row, number) -> row.getBytes(1))
                                .single());
    }

    private Snapshot snapshot() {
        return database.scope().inside(town.organisation(), () -> {
            Runs runs = new Runs(jdbc, CLOCK);
            RunId id = runs.list(1).getFirst().id();
            return runs.findSnapshot(id).orElseThrow();
        });
    }

    /** A backup of before comes back; the list beside the database knows. */
    @Test
    void whoIsOnTheListIsErasedAgainAfterARestore() {
        erasing().erase(town.organisation(), family(), Optional.empty());
        sql(
                "update family set name = @FAMILY_NAME(Gezin Zwartkop), merged_into = null, erased_on = null where id = @FAMILY");

        List<ErasedList.Line> lines = new ErasedList(home.resolve("erased.csv")).read();

        assertThat(lines).containsExactly(new ErasedList.Line(town.organisation(), family()));
        assertThat(erasing()
                        .erase(lines.getFirst().organisation(), lines.getFirst().person(), Optional.empty()))
                .isInstanceOf(Erasure.Erased.class);
        assertThat(leftovers.of("zwartkop")).isEmpty();
    }

    /** Nobody would know any more whose the files were. */
    @Test
    void whoseFilesCannotGoStaysUntilTheyCan() {
        KeptFiles stuck = (person, really) -> {
            if (really) {
                throw new UncheckedIOException(new IOException("no way to the files"));
            }
            return 1;
        };
        Erasing.Beside beside = new Erasing.Beside(List.of(stuck), new ErasedList(home.resolve("erased.csv")));
        Erasing breaksOff = new Erasing(jdbc, database.transactions(), database.scope(), CLOCK, beside);

        assertThatThrownBy(() -> breaksOff.erase(town.organisation(), family(), Optional.empty()))
                .isInstanceOf(UncheckedIOException.class);

        assertThat(erasing().erase(town.organisation(), family(), Optional.empty()))
                .isInstanceOf(Erasure.Erased.class);
        assertThat(leftovers.of("zwartkop")).isEmpty();
    }

    @Test
    void aLineOfTheListThatTheMachineBrokeOffTakesNoOtherWithIt() throws IOException {
        Path file = home.resolve("erased.csv");
        Files.writeString(file, town.organisation().value() + ";FAMILY;" + "0b7a3c");

        erasing().erase(town.organisation(), family(), Optional.empty());

        assertThat(new ErasedList(file).read()).containsExactly(new ErasedList.Line(town.organisation(), family()));
    }

    /** The organisation's own numbers start again where the highest was erased. */
    @Test
    void whoComesBackUnderTheOldNumberIsSomebodyNew() {
        erasing().erase(town.organisation(), volunteer(), Optional.empty());
        sql("insert into volunteer select (jsonb_populate_record(v, jsonb_build_object('id', '"
                + volunteer().id()
                + "', 'reference', 'ROODSTAART-1', 'name', '–', 'street', null, 'school', null, 'email', null,"
                + " 'phone', null))).* from volunteer v where v.id = @OTHER");

        assertThat(stands(
                        "select name from volunteer where id = '" + volunteer().id() + "'"))
                .containsExactly("–");
        assertThat(stands("select count(*)::text from volunteer where reference = 'ROODSTAART-1'"))
                .containsExactly("1");
    }

    @Test
    void aFileOfBeforeBringsNobodyBack() throws IOException {
        Path file = home.resolve("gezinnen.csv");
        Files.writeString(file, """
                gezinsnummer;gezin;postcode;talen;steunvraag;programma;soort;hulpvragen;uren_per_week;dagdelen;wacht_sinds
                77;Gezin Zwartkop;3021;nld:C2;;MAATJE;maatje;opvoeding;3;zaterdagochtend;2025-10-02
                """);
        assertThat(imported(file).added()).isEqualTo(1);
        UUID id = UUID.fromString(
                stands("select id::text from family where reference = '77'").getFirst());
        erasing().erase(town.organisation(), new Person(Person.Side.FAMILY, id), Optional.empty());
        Files.writeString(file, Files.readString(file).replace("opvoeding", "geld"));

        ImportOutcome.Imported again = imported(file);

        assertThat(again.rejected()).isEqualTo(1);
        assertThat(again.firstRejects()
                        .getFirst()
                        .problems()
                        .getFirst()
                        .reason()
                        .dutch())
                .isEqualTo("Wie dit nummer had, is gewist. Komt deze persoon terug? Geef dan een ander nummer.");
        assertThat(stands("select name from family where id = '" + id + "'")).containsExactly("–");
    }

    private ImportOutcome.Imported imported(Path file) {
        return (ImportOutcome.Imported) new Importing(jdbc, database.scope(), CLOCK, FileLimits.DEFAULT)
                .importFile(
                        town.organisation(),
                        new Importing.Offer(file, "gezinnen.csv", home.resolve("afgewezen")),
                        rows -> {});
    }
}
