package nl.koppelwerk.candidates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.koppelwerk.domain.family.SupportRequest;
import nl.koppelwerk.domain.pairing.Block;
import nl.koppelwerk.domain.pairing.Pairing;
import nl.koppelwerk.domain.snapshot.Snapshot;
import nl.koppelwerk.domain.volunteer.Volunteer;
import nl.koppelwerk.example.ACity;
import nl.koppelwerk.verify.Fingerprint;
import org.junit.jupiter.api.Test;

/** What is found again after a change is what would be found in everything. */
class RenewedCandidatesTest {
    private final Snapshot before = ACity.of(150, 14);
    private final Candidates found = Candidates.find(before);

    @Test
    void nothingChanged() {
        assertRenewed(before);
    }

    @Test
    void aDeclinedPairIsGoneAndAllOthersAreKept() {
        int request = requestWithPairs();
        Block block = new Block(
                found.asking(request).family().id(),
                found.offering(found.problem().pairVolunteer()[found.problem().pairStart()[request]])
                        .volunteer()
                        .id(),
                Optional.empty());
        Snapshot after = with(
                before.requests(),
                before.volunteers(),
                before.fixed(),
                Stream.concat(before.blocks().stream(), Stream.of(block)).toList());

        assertRenewed(after);
        assertThat(found.renewed(after).problem().pairs())
                .isLessThan(found.problem().pairs());
    }

    @Test
    void pairingsUnderWayThatBeganAndEndedAreSearchedAgain() {
        assertThat(before.fixed()).isNotEmpty();
        Snapshot without = with(before.requests(), before.volunteers(), List.of(), before.blocks());

        assertRenewed(without);
        assertThat(Fingerprint.of(Candidates.find(without).renewed(before).problem()))
                .isEqualTo(Fingerprint.of(found.problem()));
    }

    @Test
    void requestsCameWentAndChangedPlaces() {
        List<SupportRequest> fewer = new ArrayList<>(before.requests().reversed());
        fewer.removeIf(request ->
                before.fixed().stream().noneMatch(p -> p.request().equals(request.id()))
                        && request.reference().endsWith("3"));
        assertThat(fewer).hasSizeLessThan(before.requests().size());
        Snapshot after = with(fewer, before.volunteers(), before.fixed(), before.blocks());

        assertRenewed(after);
        assertThat(Fingerprint.of(Candidates.find(after).renewed(before).problem()))
                .isEqualTo(Fingerprint.of(found.problem()));
    }

    @Test
    void theDayAndTheVolunteersChanged() {
        Snapshot later = new Snapshot(
                before.organisation(),
                before.day().plusDays(200),
                before.programmes(),
                before.families(),
                before.requests(),
                before.volunteers(),
                before.fixed(),
                before.lastProposals(),
                before.blocks(),
                before.places(),
                before.open(),
                before.bothSides());
        List<Volunteer> fewer = before.volunteers().stream()
                .filter(volunteer ->
                        before.fixed().stream().anyMatch(p -> p.volunteer().equals(volunteer.id()))
                                || !volunteer.reference().endsWith("2"))
                .toList();
        assertThat(fewer).hasSizeLessThan(before.volunteers().size());

        assertRenewed(later);
        assertRenewed(with(before.requests(), fewer, before.fixed(), before.blocks()));
    }

    private void assertRenewed(Snapshot after) {
        assertThat(Fingerprint.of(found.renewed(after).problem()))
                .isEqualTo(Fingerprint.of(Candidates.find(after).problem()));
    }

    private int requestWithPairs() {
        int request = 0;
        while (found.problem().isFixed(request)
                || found.problem().pairStart()[request] == found.problem().pairStart()[request + 1]) {
            request++;
        }
        return request;
    }

    private Snapshot with(
            List<SupportRequest> requests, List<Volunteer> volunteers, List<Pairing> fixed, List<Block> blocks) {
        return new Snapshot(
                before.organisation(),
                before.day(),
                before.programmes(),
                before.families(),
                requests,
                volunteers,
                fixed,
                before.lastProposals(),
                blocks,
                before.places(),
                before.open(),
                before.bothSides());
    }
}
