package nl.koppelwerk.explain;

import static nl.koppelwerk.example.AFamily.aFamily;
import static nl.koppelwerk.example.ANight.aNight;
import static nl.koppelwerk.example.ANight.request;
import static nl.koppelwerk.example.ANight.volunteer;
import static nl.koppelwerk.example.ARequest.aRequest;
import static nl.koppelwerk.example.AVolunteer.aVolunteer;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.example.ANight;
import nl.koppelwerk.explain.Shift.Cause;
import nl.koppelwerk.matching.Promise;
import org.junit.jupiter.api.Test;

class ShiftTest {
    private static Promise promise(String request, String volunteer) {
        return new Promise(request(request), volunteer(volunteer), DayParts.parse("wed-afternoon"));
    }

    @Test
    void eachProposalThatIsNotThereAgainHasItsCause() {
        ANight night = aNight().with(aFamily("F"))
                .with(aRequest("V-stays").of("F"))
                .with(aRequest("V-moves").of("F"))
                .with(aRequest("V-robbed").of("F"))
                .with(aRequest("V-gone").of("F"))
                .with(aRequest("V-paused").of("F"))
                .with(aRequest("V-running").of("F"))
                .with(aVolunteer("W-1"))
                .with(aVolunteer("W-2"))
                .with(aVolunteer("W-3"))
                .with(aVolunteer("W-4").paused())
                .proposedBefore("V-stays", "W-1")
                .proposedBefore("V-moves", "W-2")
                .proposedBefore("V-robbed", "W-3")
                .proposedBefore("V-gone", "W-7")
                .proposedBefore("V-paused", "W-4")
                .proposedBefore("V-running", "W-2")
                .proposedBefore("V-closed", "W-2")
                .running("V-running", "W-2", "thu-morning");

        List<Shift> shifts = Shift.since(night.build(), List.of(promise("V-stays", "W-1"), promise("V-moves", "W-3")));

        assertThat(shifts)
                .extracting(Shift::request, Shift::before, Shift::now)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                request("V-moves"), volunteer("W-2"), Optional.of(volunteer("W-3"))),
                        org.assertj.core.groups.Tuple.tuple(request("V-robbed"), volunteer("W-3"), Optional.empty()),
                        org.assertj.core.groups.Tuple.tuple(request("V-gone"), volunteer("W-7"), Optional.empty()),
                        org.assertj.core.groups.Tuple.tuple(request("V-paused"), volunteer("W-4"), Optional.empty()));
        assertThat(shifts.get(0).cause()).isEqualTo(new Cause.BetterPlan());
        assertThat(shifts.get(1).cause()).isEqualTo(new Cause.Elsewhere(request("V-moves")));
        assertThat(shifts.get(2).cause()).isEqualTo(new Cause.Gone());
        assertThat(shifts.get(3).cause())
                .isInstanceOfSatisfying(
                        Cause.Forbidden.class,
                        cause -> assertThat(cause.finding().rule()).isEqualTo("active"));
    }
}
