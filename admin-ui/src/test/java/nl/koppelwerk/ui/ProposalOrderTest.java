package nl.koppelwerk.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.data.view.Filter;
import nl.koppelwerk.data.view.Page;
import nl.koppelwerk.data.view.ProposalLine;
import nl.koppelwerk.data.view.ProposalViews;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DatabaseExtension.class)
class ProposalOrderTest {
    private static final int SIZE = 7;

    private static TestDatabase database;
    private static OrganisationId organisation;
    private static ProposalViews proposals;

    @BeforeAll
    static void start(TestDatabase given) {
        database = given;
        organisation = Town.emptyTown(database, "Samen Sterk Rotterdam");
        Town.fill(database, organisation, 31);
        proposals = new ProposalViews(
                database.jdbc(),
                Clock.fixed(Town.DAY.atTime(9, 0).toInstant(java.time.ZoneOffset.UTC), java.time.ZoneOffset.UTC));
    }

    private static Page<ProposalLine> page(int number) {
        return database.scope().reading(organisation, () -> proposals.list(Filter.ALL, number, SIZE));
    }

    private static List<ProposalLine> all() {
        List<ProposalLine> lines = new ArrayList<>();
        for (int number = 1; number <= page(1).pages(); number++) {
            lines.addAll(page(number).items());
        }
        return lines;
    }

    @Test
    void theMostUrgentComeFirstAndThenWhoWaitsLongest() {
        List<ProposalLine> lines = all();

        assertThat(lines)
                .hasSizeGreaterThan(2 * SIZE)
                .isSortedAccordingTo(Comparator.comparing(ProposalLine::urgency)
                        .reversed()
                        .thenComparing(ProposalLine::waitingSince));
        assertThat(lines).extracting(ProposalLine::id).doesNotHaveDuplicates();
    }

    @Test
    void afterAProposalComesTheOneBelowItAndAfterTheLastTheFirst() {
        List<PairingId> ids = all().stream().map(ProposalLine::id).toList();

        for (int i = 0; i < ids.size(); i++) {
            PairingId decided = ids.get(i);
            assertThat(database.scope().reading(organisation, () -> proposals.findNext(decided, Filter.ALL)))
                    .contains(ids.get((i + 1) % ids.size()));
        }
    }

    @Test
    void aPageBeyondTheLastIsTheLast() {
        assertThat(page(99).number()).isEqualTo((int) page(1).pages());
        assertThat(page(-3).first()).isEqualTo(1);
    }
}
