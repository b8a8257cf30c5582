package nl.koppelwerk.referral;

import static nl.koppelwerk.example.AFamily.aFamily;
import static nl.koppelwerk.example.ANight.aNight;
import static nl.koppelwerk.example.ANight.request;
import static nl.koppelwerk.example.AProgramme.aProgramme;
import static nl.koppelwerk.example.ARequest.aRequest;
import static nl.koppelwerk.example.AVolunteer.aVolunteer;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.domain.programme.Need;
import nl.koppelwerk.example.AFamily;
import nl.koppelwerk.fit.Sides;
import nl.koppelwerk.referral.WarmReferral.Outcome;
import nl.koppelwerk.referral.WarmReferral.Reason;
import nl.koppelwerk.referral.WarmReferral.Refusal;
import nl.koppelwerk.referral.WarmReferral.State;
import org.junit.jupiter.api.Test;

class WarmReferralTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final LocalDate TOMORROW = TODAY.plusDays(1);
    private static final WarmReferral.To LEGAL =
            new WarmReferral.To(new UUID(3, 7), "Sociaal Raadslieden", "buurtteams");

    @Test
    void itIsFollowedFromStepToStepUntilTheFamilyArrived() {
        WarmReferral planned = noted(plan(TODAY.minusDays(3), step(NextStep.Kind.CALL_SERVICE, TOMORROW)));
        WarmReferral contacted =
                noted(planned.after(new Handover.Contacted(step(NextStep.Kind.GO_ALONG, TODAY.plusDays(9))), TOMORROW));
        WarmReferral later = noted(
                contacted.after(new Handover.Planned(step(NextStep.Kind.GO_ALONG, TODAY.plusDays(12))), TOMORROW));
        WarmReferral arrived = noted(later.after(new Handover.Arrived(TODAY.plusDays(12)), TODAY.plusDays(13)));

        assertThat(planned.state()).isEqualTo(State.PLANNED);
        assertThat(contacted.state()).isEqualTo(State.CONTACTED);
        assertThat(later.state()).as("another day is no step back").isEqualTo(State.CONTACTED);
        assertThat(later.next().orElseThrow().due()).isEqualTo(TODAY.plusDays(12));
        assertThat(arrived.state()).isEqualTo(State.ARRIVED);
        assertThat(arrived.next()).isEmpty();
        assertThat(arrived.ended()).contains(TODAY.plusDays(12));
        assertThat(arrived.after(new Handover.Withdrawn(Reason.MISTAKE), TODAY.plusDays(14)))
                .isEqualTo(new Outcome.Refused(Refusal.ENDED));
    }

    @Test
    void whoDidNotArriveHasAReasonOfItsOwnKind() {
        WarmReferral planned = noted(plan(TODAY, step(NextStep.Kind.FAMILY_GOES, TOMORROW)));

        WarmReferral full = noted(planned.after(new Handover.NotArrived(Reason.SERVICE_FULL), TOMORROW));

        assertThat(full.state()).isEqualTo(State.NOT_ARRIVED);
        assertThat(full.reason()).contains(Reason.SERVICE_FULL);
        assertThat(full.ended()).contains(TOMORROW);
        assertThat(planned.after(new Handover.NotArrived(Reason.FAMILY_STOPS), TOMORROW))
                .isEqualTo(new Outcome.Refused(Refusal.OTHER_REASON));
        assertThat(planned.after(new Handover.Withdrawn(Reason.NO_SHOW), TOMORROW))
                .isEqualTo(new Outcome.Refused(Refusal.OTHER_REASON));
        assertThat(Reason.of(State.NOT_ARRIVED)).hasSize(5);
        assertThat(Reason.of(State.WITHDRAWN)).hasSize(5);
    }

    @Test
    void daysThatCannotBeAreRefused() {
        WarmReferral planned = noted(plan(TODAY.minusDays(3), step(NextStep.Kind.CALL_SERVICE, TODAY)));

        assertThat(plan(TOMORROW, step(NextStep.Kind.CALL_SERVICE, TOMORROW)))
                .isEqualTo(new Outcome.Refused(Refusal.DAY_TO_COME));
        assertThat(plan(TODAY, step(NextStep.Kind.CALL_SERVICE, TODAY.minusDays(1))))
                .isEqualTo(new Outcome.Refused(Refusal.DUE_IN_THE_PAST));
        assertThat(planned.after(new Handover.Contacted(step(NextStep.Kind.GO_ALONG, TODAY)), TOMORROW))
                .isEqualTo(new Outcome.Refused(Refusal.DUE_IN_THE_PAST));
        assertThat(planned.after(new Handover.Arrived(TOMORROW), TODAY))
                .isEqualTo(new Outcome.Refused(Refusal.DAY_TO_COME));
        assertThat(planned.after(new Handover.Arrived(TODAY.minusDays(4)), TODAY))
                .isEqualTo(new Outcome.Refused(Refusal.BEFORE_AGREED));
    }

    @Test
    void languageLessonsLargeDebtsAndTheLawAreNotForVolunteers() {
        Set<Need> needs = Set.of(Need.FINANCE, Need.DUTCH_LANGUAGE, Need.OTHER_NEED, Need.PARENTING);

        assertThat(needs(aFamily().speaking("tur:C2 nld:A2"), needs, false))
                .containsExactly(Need.DUTCH_LANGUAGE, Need.OTHER_NEED);
        assertThat(needs(aFamily().speaking("tur:C2 nld:B1"), needs, true))
                .containsExactly(Need.FINANCE, Need.OTHER_NEED);
    }

    private static java.util.List<Need> needs(AFamily family, Set<Need> needs, boolean heavy) {
        var asked = aRequest().needing(needs.toArray(Need[]::new));
        Sides sides = new Sides(aNight().with(aProgramme())
                .with(family)
                .with(heavy ? asked.heavy() : asked)
                .with(aVolunteer())
                .build());
        return NotForVolunteers.of(sides.getAsking(request("V-1"))).stream()
                .map(NotForVolunteers::need)
                .toList();
    }

    private static Outcome plan(LocalDate agreed, NextStep next) {
        return WarmReferral.planned(
                new UUID(5, 9),
                new SupportRequestId(new UUID(2, 4)),
                LEGAL,
                Set.of(Need.FINANCE, Need.OTHER_NEED),
                agreed,
                next,
                TODAY);
    }

    private static NextStep step(NextStep.Kind kind, LocalDate due) {
        return new NextStep(kind, Optional.empty(), "Noor", due, Optional.of(LocalTime.of(10, 30)));
    }

    private static WarmReferral noted(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Noted.class);
        return ((Outcome.Noted) outcome).referral();
    }
}
