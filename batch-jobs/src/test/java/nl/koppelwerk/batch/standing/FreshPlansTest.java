package nl.koppelwerk.batch.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.koppelwerk.batch.BatchApplication;
import nl.koppelwerk.batch.nightly.Night;
import nl.koppelwerk.batch.nightly.NightOrder;
import nl.koppelwerk.batch.nightly.NightProgress;
import nl.koppelwerk.batch.nightly.NightlyRun;
import nl.koppelwerk.data.account.Account;
import nl.koppelwerk.data.account.Accounts;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.data.run.ProposalReaders;
import nl.koppelwerk.data.store.KeptPairings;
import nl.koppelwerk.data.store.Town;
import nl.koppelwerk.domain.pairing.DeclineReason;
import nl.koppelwerk.domain.pairing.Pairing;
import nl.koppelwerk.pairing.Confirmation;
import nl.koppelwerk.pairing.ConfirmingProposals;
import nl.koppelwerk.pairing.CoordinatorId;
import nl.koppelwerk.pairing.Decline;
import nl.koppelwerk.pairing.Declining;
import nl.koppelwerk.pairing.DecliningProposals;
import nl.koppelwerk.sentence.Sentence;
import nl.koppelwerk.sentence.Sentences;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Eleven families and four volunteers of at most three families each, after a real night. */
@ExtendWith(DatabaseExtension.class)
class FreshPlansTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final Clock MORNING =
            Clock.fixed(Town.TODAY.atTime(9, 0).atZone(ZONE).toInstant(), ZONE);

    private final TestDatabase database;
    private final ConfigurableApplicationContext context;
    private final FreshPlans fresh;
    private final KeptPairings pairings;

    FreshPlansTest(TestDatabase database) {
        this.database = database;
        this.context = new SpringApplicationBuilder(BatchApplication.class)
                .web(WebApplicationType.NONE)
                .properties(database.properties())
                .initializers(empty -> ((GenericApplicationContext) empty)
                        .registerBean("morning", Clock.class, () -> MORNING, bean -> bean.setPrimary(true)))
                .run();
        this.fresh = context.getBean(FreshPlans.class);
        this.pairings = new KeptPairings(database.jdbc());
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void afterADeclineTheFamilyHasAnotherVolunteerAtOnceAndItIsTold() {
        Town town = night("decline", 5);
        UUID noor = account(town);
        Pairing declined = undecided(town).get(2);
        decline(town, declined, noor);

        List<Sentence> changes = fresh.after(town.organisation(), Touched.by(noor, declined));

        Pairing other = ofRequest(town, declined);
        assertThat(other.volunteer()).isNotEqualTo(declined.volunteer());
        assertThat(said(changes)).anySatisfy(sentence -> assertThat(sentence).startsWith("Nieuw voorstel: Gezin Ünal"));
        assertThat(texts(town, "select count(*) from proposal where replan = 1 and reasons <> '[]'"))
                .containsExactly("1");
        assertThat(texts(town, "select added || ' ' || withdrawn || ' ' || account from replan"))
                .containsExactly("1 0 " + noor);
        assertThat(texts(
                        town,
                        "select to_step from pairing_history where pairing = '"
                                + other.id().value() + "'"))
                .containsExactly("PROPOSED");
    }

    @Test
    void aProposalThatNoLongerHoldsIsWithdrawnWithALineInItsHistory() {
        Town town = night("withdrawn", 5);
        UUID noor = account(town);
        Pairing gone = undecided(town).getFirst();
        pause(town, gone);

        List<Sentence> changes =
                fresh.after(town.organisation(), new Touched(Set.of(), Set.of(gone.volunteer()), Optional.of(noor)));

        assertThat(undecided(town)).noneMatch(proposal -> proposal.volunteer().equals(gone.volunteer()));
        assertThat(said(changes))
                .anySatisfy(sentence -> assertThat(sentence).contains("in plaats van " + name(town, gone)));
        assertThat(texts(
                        town,
                        "select from_step || ' ' || to_step || ' ' || reason from pairing_history"
                                + " where to_step = 'ENDED' and pairing = '"
                                + gone.id().value() + "'"))
                .containsExactly("PROPOSED ENDED REPLANNED");
    }

    @Test
    void aProposalThatSomebodyHasOpenIsLeftAlone() {
        Town town = night("open", 5);
        UUID noor = account(town);
        List<Pairing> before = undecided(town);
        Pairing open = before.getFirst();
        context.getBean(ProposalReaders.class).note(town.organisation(), open.id(), noor);
        pause(town, open);

        fresh.after(town.organisation(), new Touched(Set.of(), Set.of(open.volunteer()), Optional.of(noor)));

        assertThat(undecided(town)).contains(open);
        assertThat(undecided(town).stream()
                        .filter(proposal -> proposal.volunteer().equals(open.volunteer())))
                .as("those of the paused volunteer that nobody looks at are gone")
                .containsExactly(open);
    }

    @Test
    void acceptingChangesNothingForOthers() {
        Town town = night("accept", 5);
        UUID noor = account(town);
        List<Pairing> before = new ArrayList<>(undecided(town));
        Pairing accepted = before.remove(1);
        Confirmation confirmation = database.scope()
                .inside(
                        town.organisation(),
                        () -> new ConfirmingProposals(pairings, MORNING)
                                .confirm(accepted.id(), accepted.version(), new CoordinatorId(noor)));
        assertThat(confirmation).isInstanceOf(Confirmation.Confirmed.class);

        assertThat(fresh.after(town.organisation(), Touched.by(noor, accepted))).isEmpty();

        assertThat(undecided(town)).isEqualTo(before);
    }

    @Test
    void whoHasNobodyAfterwardsIsAmongThoseWithoutAProposal() {
        Town town = night("nobody", 1);
        UUID noor = account(town);
        Pairing declined = undecided(town).getFirst();
        decline(town, declined, noor);

        fresh.after(town.organisation(), Touched.by(noor, declined));

        assertThat(texts(
                        town,
                        "select replan from unpaired where request = '"
                                + declined.request().value() + "'"))
                .containsExactly("1");
    }

    @Test
    void aNightAfterwardsIsReconciledAndTheRunKeepsWhatItProposedItself() {
        Town town = night("after", 5);
        UUID noor = account(town);
        Pairing declined = undecided(town).get(1);
        decline(town, declined, noor);
        fresh.after(town.organisation(), Touched.by(noor, declined));

        Night again = context.getBean(NightlyRun.class)
                .run(NightOrder.on(Town.TODAY, town.organisation()), NightProgress.NONE);

        assertThat(again).isInstanceOf(Night.Published.class);
        assertThat(texts(town, "select count(*) from run where failure is null and reconciled_at is not null"))
                .containsExactly("2");
    }

    private Town night(String name, int volunteers) {
        Town town = Town.of(database.organisation(name), 11, volunteers);
        town.saveIn(database);
        Night night = context.getBean(NightlyRun.class)
                .run(NightOrder.on(Town.TODAY, town.organisation()), NightProgress.NONE);
        assertThat(night).isInstanceOf(Night.Published.class);
        return town;
    }

    private UUID account(Town town) {
        String email = town.organisation().value() + "@koppelwerk.example";
        UUID id = UUID.nameUUIDFromBytes(email.getBytes(StandardCharsets.UTF_8));
        new Accounts(database.jdbc(), database.scope())
                .save(new Account(id, town.organisation(), email, "Noor", "{noop}x", Account.Role.COORDINATOR, true));
        return id;
    }

    private void decline(Town town, Pairing proposal, UUID by) {
        Decline decline = database.scope()
                .inside(
                        town.organisation(),
                        () -> new DecliningProposals(pairings, MORNING)
                                .decline(
                                        proposal.id(),
                                        proposal.version(),
                                        Declining.because(DeclineReason.NO_CLICK_EXPECTED),
                                        new CoordinatorId(by)));
        assertThat(decline).isInstanceOf(Decline.Declined.class);
    }

    private void pause(Town town, Pairing proposal) {
        database.scope()
                .inside(
                        town.organisation(),
                        () -> database.jdbc()
                                .sql("update volunteer set active = false where id = :id")
                                .param("id", proposal.volunteer().value())
                                .update());
    }

    private List<Pairing> undecided(Town town) {
        return database.scope().reading(town.organisation(), () -> pairings.undecided(Town.TODAY));
    }

    private Pairing ofRequest(Town town, Pairing like) {
        return undecided(town).stream()
                .filter(proposal -> proposal.request().equals(like.request()))
                .findFirst()
                .orElseThrow();
    }

    private static String name(Town town, Pairing proposal) {
        return town.volunteers().stream()
                .filter(volunteer -> volunteer.id().equals(proposal.volunteer()))
                .findFirst()
                .orElseThrow()
                .name();
    }

    private static List<String> said(List<Sentence> sentences) {
        return sentences.stream().map(Sentences.dutch()::say).toList();
    }

    private List<String> texts(Town town, String sql) {
        return database.scope()
                .reading(
                        town.organisation(),
                        () -> database.jdbc()
                                .sql(sql)
                                .query((row, number) -> String.valueOf(row.getString(1)))
                                .list());
    }
}
