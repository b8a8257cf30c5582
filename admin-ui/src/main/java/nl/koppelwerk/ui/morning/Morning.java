package nl.koppelwerk.ui.morning;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.koppelwerk.data.erasure.ErasureRequests;
import nl.koppelwerk.data.referral.WarmReferrals;
import nl.koppelwerk.data.sharing.Lendings;
import nl.koppelwerk.data.signup.Registrations;
import nl.koppelwerk.data.view.CareLine;
import nl.koppelwerk.data.view.CareViews;
import nl.koppelwerk.data.view.Filter;
import nl.koppelwerk.data.view.ProposalLine;
import nl.koppelwerk.data.view.RunView;
import nl.koppelwerk.data.view.RunViews;
import nl.koppelwerk.data.view.morning.MorningViews;
import nl.koppelwerk.data.view.morning.OpenRequests;
import nl.koppelwerk.ui.shell.Acute;
import nl.koppelwerk.ui.shell.Waiting;
import org.springframework.stereotype.Component;

/**
 * What waits this morning: of each queue how many, and the few that come first.
 *
 * @param acute what cannot wait, whatever the page is narrowed to
 * @param run whose proposals these are
 */
record Morning(
        List<Acute.Shown> acute,
        Optional<RunView> run,
        OpenRequests requests,
        List<ProposalLine> proposals,
        List<Waiting> withoutProposal,
        MorningViews.WaitingVolunteers volunteers,
        int registrations,
        int erasures,
        int lendings,
        Care care,
        List<WarmReferrals.Kept> referrals,
        LocalDate day) {
    private static final int FEW = 8;

    /** Read by the page: whether nothing at all is to be done. */
    public boolean quiet() {
        return acute.isEmpty()
                && requests.total() == 0
                && care.total() == 0
                && referrals.isEmpty()
                && volunteers.total() == 0
                && registrations == 0
                && erasures == 0
                && lendings == 0;
    }

    /** Where the figures of the page are read. */
    @Component
    record Views(
            MorningViews morning,
            CareViews care,
            Registrations registrations,
            ErasureRequests erasures,
            WarmReferrals referrals,
            Lendings lendings,
            RunViews runs,
            Acute acute,
            Clock clock) {}

    static Morning read(Views views, Filter filter) {
        LocalDate today = LocalDate.now(views.clock());
        List<CareLine> care = views.care().list(today, filter);
        MorningViews.Queues queues = views.morning().queues(filter, FEW);
        return new Morning(
                views.acute().open(),
                views.runs().findLastPublished(),
                queues.requests(),
                queues.proposals(),
                queues.withoutProposal().stream().map(Waiting::of).toList(),
                views.morning().waitingVolunteers(filter, FEW),
                views.registrations().count(),
                views.erasures().list().size(),
                views.lendings().waiting().size(),
                Care.of(care),
                views.referrals().due(today, filter),
                today);
    }
}
