package nl.koppelwerk.data.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.data.seal.Disagreement.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Thirty entries, sealed in two rounds of 19 and 11; then somebody who owns the tables is at work. */
@ExtendWith(DatabaseExtension.class)
class AuditChainTest {
    private static final int TRIES = Integer.getInteger("koppelwerk.tries", 200);

    private final TestDatabase database;
    private final SealedLog log;
    private final Path folder;

    AuditChainTest(TestDatabase database, TestInfo test, @TempDir Path folder) {
        this.database = database;
        this.folder = folder;
        this.log = new SealedLog(database, test.getDisplayName() + folder.getFileName(), folder);
        log.add(19);
        log.seal();
        log.add(11);
        log.seal();
    }

    private static Disagreement at(Kind kind, long place) {
        return Disagreement.at(kind, place);
    }

    private Optional<Disagreement> found() {
        return log.check().disagreement().map(one -> at(one.kind(), one.place()));
    }

    @Test
    void whatNobodyTouchedAgrees() {
        AuditCheck check = log.check();

        assertThat(log.report().agrees()).isTrue();
        assertThat(check.checked()).isEqualTo(30);
        assertThat(check.until()).isEqualTo(30);
        assertThat(check.unsealed()).isZero();
        assertThat(check.end()).map(Head::place).contains(30L);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CHANGED   | 7  | update audit_entry set object_id = 'x' where organisation = @ORG and place = 7
            CHANGED   | 7  | update audit_entry set at = at - interval '1 day' where organisation = @ORG and place = 7
            CHANGED   | 7  | update audit_entry set detail = '{"count": "99"}' where organisation = @ORG and place = 7
            CHANGED   | 7  | update audit_entry set action = 'ADDED' where organisation = @ORG and place = 7
            CHANGED   | 7  | update audit_entry set object_type = 'RUN' where organisation = @ORG and place = 7
            CHANGED   | 7  | update audit_entry set hash = decode(repeat('ab', 32), 'hex') where organisation = @ORG and place = 7
            REMOVED   | 12 | delete from audit_entry where organisation = @ORG and place = 12
            REMOVED   | 12 | update audit_entry set place = null, hash = null where organisation = @ORG and place = 12
            REMOVED   | 1  | delete from audit_entry where organisation = @ORG and place < 4
            REMOVED   | 12 | delete from audit_entry where organisation = @ORG and place = 12; update audit_entry set place = place - 1 where organisation = @ORG and place > 12
            INSERTED  | 13 | update audit_entry set place = place + 1 where organisation = @ORG and place > 12; insert into audit_entry (organisation, at, action, object_type, object_id, place, hash) values (@ORG, now(), 'SEEN', 'FAMILY', 'x', 13, decode(repeat('ab', 32), 'hex'))
            INSERTED  | 14 | insert into audit_entry (organisation, at, action, object_type, object_id, place, hash) values (@ORG, now(), 'SEEN', 'FAMILY', 'x', 13, decode(repeat('ab', 32), 'hex'))
            REORDERED | 5  | update audit_entry set place = 28 - place where organisation = @ORG and place in (5, 23)
            REORDERED | 5  | update audit_entry set place = 11 - place where organisation = @ORG and place in (5, 6)
            CHANGED   | 9  | update audit_entry e set object_id = o.object_id, detail = o.detail from audit_entry o where e.organisation = @ORG and o.organisation = @ORG and e.place in (9, 21) and o.place = 30 - e.place
            CUT       | 30 | delete from audit_entry where organisation = @ORG and place = 30
            CUT       | 20 | delete from audit_entry where organisation = @ORG and place > 19
            CUT       | 1  | delete from audit_entry where organisation = @ORG
            """)
    void theFirstPlaceThatDoesNotAgreeIsNamed(Kind kind, long place, String sql) {
        log.tamper(sql);

        assertThat(found()).contains(at(kind, place));
    }

    @Test
    void aChainThatWasWrittenAnewFromSomewhereIsNotTheOneThatWasSigned() {
        log.tamper("update audit_entry set object_id = 'x' where organisation = @ORG and place = 7");
        anew(7);

        assertThat(found()).contains(at(Kind.REWRITTEN, 19));
    }

    /** What somebody can do who knows how the hashes are made, and has no key. */
    private void anew(long from) {
        List<String> updates = new ArrayList<>();
        database.scope().inside(log.organisation, () -> {
            ChainedEntries entries = new ChainedEntries(database.jdbc());
            Link[] end = {entries.at(from - 1).orElse(Link.START)};
            entries.after(from - 1, entry -> {
                end[0] = end[0].then(entry);
                updates.add("update audit_entry set hash = decode('" + end[0].hash()
                        + "', 'hex') where organisation = @ORG and place = " + end[0].place());
            });
        });
        log.tamper(String.join(";\n", updates));
    }

    /** A thousand with {@code -Dkoppelwerk.tries=1000}. */
    @Test
    void ofManyChangesMadeAtRandomEachIsFound() throws SQLException {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20260302);
        List<String> missed = new ArrayList<>();
        log.open();
        try (Connection connection = database.ownerDataSource().getConnection()) {
            JdbcClient owner = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            log.tamper(owner, "create temporary table kept as select * from audit_entry where organisation = @ORG");
            for (int i = 0; i < TRIES; i++) {
                String sql = atRandom(random);
                log.tamper(owner, sql);
                if (found().isEmpty()) {
                    missed.add(sql);
                }
                log.tamper(
                        owner,
                        "delete from audit_entry where organisation = @ORG;"
                                + " insert into audit_entry overriding system value select * from kept");
            }
        }

        assertThat(missed).isEmpty();
        assertThat(found()).isEmpty();
    }

    private static String atRandom(RandomGenerator random) {
        int place = random.nextInt(1, 31);
        int other = 1 + (place - 1 + random.nextInt(1, 30)) % 30;
        String here = " where organisation = @ORG and place = " + place;
        return switch (random.nextInt(8)) {
            case 0 -> "update audit_entry set object_id = object_id || 'x'" + here;
            case 1 -> "update audit_entry set account = null, action = 'EXPORTED'" + here;
            case 2 -> "update audit_entry set at = at + interval '1 microsecond'" + here;
            case 3 -> "delete from audit_entry" + here;
            case 4 ->
                "delete from audit_entry" + here + "; update audit_entry set place = place - 1"
                        + " where organisation = @ORG and place > " + place;
            case 5 ->
                "update audit_entry set place = case place when %d then %d else %d end".formatted(place, other, place)
                        + " where organisation = @ORG and place in (%d, %d)".formatted(place, other);
            case 6 -> "delete from audit_entry where organisation = @ORG and place >= " + place;
            default ->
                "update audit_entry set place = place + 1 where organisation = @ORG and place > " + place
                        + "; insert into audit_entry (organisation, at, action, object_type, object_id, place, hash)"
                        + " select organisation, at, action, object_type, object_id, place + 1, hash from audit_entry"
                        + here;
        };
    }

    @Test
    void aFileOfHeadsThatWasTouchedIsFoundToo() throws IOException {
        assertThat(headsAfter(lines -> lines.set(0, lines.getFirst().replace(";19;", ";18;"))))
                .contains(at(Kind.HEADS_CHANGED, 1));
        assertThat(headsAfter(List::removeFirst)).contains(at(Kind.HEADS_CHANGED, 1));
        assertThat(headsAfter(lines -> lines.add(lines.get(1)))).contains(at(Kind.HEADS_CHANGED, 3));
        assertThat(headsAfter(lines -> lines.add("anything"))).contains(at(Kind.HEADS_CHANGED, 3));
        assertThat(headsAfter(lines -> {
                    lines.removeLast();
                }))
                .isEmpty();
    }

    private interface Edit {
        void of(List<String> lines);
    }

    private Optional<Disagreement> headsAfter(Edit edit) throws IOException {
        List<String> before = Files.readAllLines(log.file.file());
        List<String> lines = new ArrayList<>(before);
        edit.of(lines);
        Files.write(log.file.file(), lines);
        Optional<Disagreement> heads = log.report().heads();
        Files.write(log.file.file(), before);
        return heads;
    }

    @Test
    void linesThatWereTakenFromTheEndOfTheFileAreFound() throws IOException {
        Files.write(log.file.file(), Files.readAllLines(log.file.file()).subList(0, 1));

        assertThat(found()).contains(at(Kind.HEADS_CUT, 20));
    }

    @Test
    void anotherKeyDoesNotFit() {
        SigningKey other = SigningKey.make(folder.resolve("other.key"));

        assertThat(log.report(other).heads()).contains(at(Kind.WRONG_KEY, 1));
        assertThat(log.report(SigningKey.read(folder.resolve("signing.key.pub")))
                        .agrees())
                .isTrue();
    }

    @Test
    void withoutTheFileNothingIsSealedUntilSomebodySaysSo() throws IOException {
        Files.delete(log.file.file());
        log.add(4);

        assertThat(log.sealing().seal(log.organisation)).isEmpty();
        assertThat(log.report().heads()).contains(at(Kind.HEADS_MISSING, 0));

        log.heads().accept(List.of(log.organisation));
        log.seal();

        assertThat(log.report().agrees()).isTrue();
        assertThat(log.check().from()).isEqualTo(30);
        assertThat(log.check().until()).isEqualTo(34);
    }

    @Test
    void whatWasTouchedIsNotSealedOver() {
        log.tamper("delete from audit_entry where organisation = @ORG and place > 25");
        log.add(9);

        assertThat(log.sealing().seal(log.organisation)).isEmpty();
        assertThat(log.check().unsealed()).isEqualTo(9);
        assertThat(found()).contains(at(Kind.CUT, 26));
    }

    @Test
    void whatWasTouchedCanBeAcceptedAndTheFileKeepsThatItWas() {
        log.tamper("update audit_entry set object_id = 'x' where organisation = @ORG and place = 7");

        log.heads().accept(List.of(log.organisation));
        log.add(3);
        log.seal();

        assertThat(log.report().agrees()).isTrue();
        assertThat(log.check().noted()).map(Head::kind).containsExactly(Head.Kind.ACCEPTED);
        log.tamper("update audit_entry set object_id = 'x' where organisation = @ORG and place = 32");
        assertThat(found()).contains(at(Kind.CHANGED, 32));
    }

    @Test
    void theApplicationItselfChangesNoSeal() {
        database.ownerJdbc().sql("alter table audit_entry enable trigger user").update();

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> database.scope().inside(log.organisation, () -> {
                    database.jdbc()
                            .sql("update audit_entry set place = null, hash = null where place = 30")
                            .update();
                }));
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> database.scope().inside(log.organisation, () -> {
                    database.jdbc()
                            .sql("update audit_entry set object_id = 'x' where place = 30")
                            .update();
                }));
    }

    @Test
    void whoWritesWaitsForNobodyAndEverythingGetsItsPlaceOnce() {
        List<CompletableFuture<Void>> writers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            writers.add(CompletableFuture.runAsync(() -> {
                for (int j = 0; j < 40; j++) {
                    log.add(1);
                }
            }));
            writers.add(CompletableFuture.runAsync(() -> {
                for (int j = 0; j < 10; j++) {
                    log.seal();
                }
            }));
        }
        writers.forEach(CompletableFuture::join);
        log.seal();

        assertThat(log.report().agrees()).isTrue();
        assertThat(log.check().checked()).isEqualTo(270);
        assertThat(log.check().unsealed()).isZero();
    }

    @Test
    void anotherServerTakesOverWhatWasSealedByTheFirst() {
        SealedLog second = new SealedLog(database, log, folder.resolve("second"));
        second.heads().accept(List.of(log.organisation));
        log.add(5);
        log.seal();

        second.add(2);
        second.seal();

        assertThat(second.report().agrees()).isTrue();
        assertThat(second.check().until()).isEqualTo(37);
        assertThat(second.check().noted()).map(Head::kind).containsExactly(Head.Kind.ACCEPTED, Head.Kind.WITNESSED);
        log.seal();
        assertThat(log.report().agrees()).isTrue();
    }

    @Test
    void aLineThatTheDiskHadNoRoomForIsWrittenOnceMore() throws IOException {
        String whole = Files.readString(log.file.file());
        Files.writeString(log.file.file(), whole.substring(0, whole.length() - 40));

        log.seal();

        assertThat(log.report().agrees()).isTrue();
        assertThat(log.check().noted()).map(Head::kind).containsExactly(Head.Kind.WITNESSED);
    }

    @Test
    void whatIsPastItsTermGoesFromTheBeginningAndTheRestIsStillWhole() {
        log.tamper("update audit_entry set at = at - interval '100 days' where organisation = @ORG and place <= 6");
        log.heads().accept(List.of(log.organisation));

        assertThat(log.heads().due(log.organisation, SealedLog.NOW.minusSeconds(60)))
                .isEqualTo(6);
        assertThat(log.heads().letGo(log.organisation, SealedLog.NOW.minusSeconds(60)))
                .isEqualTo(6);

        log.add(2);
        log.seal();
        assertThat(log.report().agrees()).isTrue();
        assertThat(log.heads().due(log.organisation, SealedLog.NOW.minusSeconds(60)))
                .isZero();
        assertThat(log.check().until()).isEqualTo(32);
    }

    @Test
    void aBackupThatWasPutBackGoesOnFromItsOwnEnd() {
        log.tamper("delete from audit_entry where organisation = @ORG and place > 23");
        assertThat(found()).contains(at(Kind.CUT, 24));

        AuditHeads.restored(database.ownerJdbc(), log.file, SealedLog.clock());
        log.add(4);
        log.seal();

        assertThat(log.report().agrees()).isTrue();
        assertThat(log.check().until()).isEqualTo(27);
        assertThat(log.check().noted()).map(Head::place).containsExactly(23L);
    }

    @Test
    void aBackupThatWasTouchedBeforeItWasPutBackIsFound() {
        log.tamper("update audit_entry set object_id = 'x' where organisation = @ORG and place = 7");
        log.tamper("delete from audit_entry where organisation = @ORG and place > 23");
        anew(7);

        AuditHeads.restored(database.ownerJdbc(), log.file, SealedLog.clock());

        assertThat(found()).contains(at(Kind.REWRITTEN, 19));
    }
}
