package nl.koppelwerk.ui.referral;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import nl.koppelwerk.data.account.Account;
import nl.koppelwerk.data.account.AccountView;
import nl.koppelwerk.data.account.AccountViews;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.referral.KeptServices;
import nl.koppelwerk.data.referral.Referring;
import nl.koppelwerk.data.referral.WarmReferrals;
import nl.koppelwerk.data.view.choice.Choice;
import nl.koppelwerk.data.view.choice.ChoiceViews;
import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.referral.Service;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.UnknownPage;
import org.springframework.stereotype.Component;

/** Where referrals are looked up, inside the organisation of the reader. */
@Component
record ReferralDesk(
        OrganisationScope scope, WarmReferrals referrals, Referring referring, Kept kept, Audit audit, Clock clock) {
    /** What a referral is about. */
    @Component
    record Kept(KeptServices services, ChoiceViews choices, AccountViews accounts) {}

    <T> T inside(Coordinator reader, Supplier<T> work) {
        return scope.inside(reader.organisation(), work);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** @throws UnknownPage when there is no such request in sight */
    Choice request(UUID request) {
        return kept.choices().request(new SupportRequestId(request)).orElseThrow(UnknownPage::new);
    }

    /** @throws UnknownPage when there is no such service */
    Service service(UUID service) {
        return findService(service).orElseThrow(UnknownPage::new);
    }

    Optional<Service> findService(UUID service) {
        return kept.services().services().stream()
                .filter(one -> one.id().equals(service))
                .findFirst();
    }

    WarmReferrals.Kept referral(UUID id) {
        return referrals.find(id).orElseThrow(UnknownPage::new);
    }

    /** Who can be asked to do a step. */
    List<StepForm.Colleague> colleagues() {
        return kept.accounts().list().stream()
                .filter(account -> account.state() == AccountView.State.ACTIVE)
                .filter(account ->
                        account.role() == Account.Role.COORDINATOR || account.role() == Account.Role.ADMINISTRATOR)
                .map(account -> new StepForm.Colleague(account.id(), account.name()))
                .toList();
    }

    void seen(Coordinator reader, UUID request) {
        audit.add(
                reader.organisation(),
                new AuditEntry(
                        Optional.of(reader.account()),
                        AuditEntry.Action.SEEN,
                        AuditEntry.Subject.REQUEST,
                        request.toString(),
                        Map.of("what", "REFERRAL")));
    }
}
