package nl.koppelwerk.data.referral;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.audit.AuditEntry.Action;
import nl.koppelwerk.data.person.By;
import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.domain.programme.Need;
import nl.koppelwerk.referral.Handover;
import nl.koppelwerk.referral.NextStep;
import nl.koppelwerk.referral.WarmReferral;

/** Hands needs over to a service and notes what came of it, each with a line in its history and in the audit log. */
public final class Referring {
    private final WarmReferrals referrals;
    private final Audit audit;
    private final Clock clock;
    private final Supplier<UUID> ids;

    public Referring(WarmReferrals referrals, Audit audit, Clock clock, Supplier<UUID> ids) {
        this.referrals = referrals;
        this.audit = audit;
        this.clock = clock;
        this.ids = ids;
    }

    /** What came of it. */
    public sealed interface Result {
        record Noted(WarmReferral referral) implements Result {}

        record Refused(WarmReferral.Refusal refusal) implements Result {}

        /** The request is handed over to this service already. */
        record Already() implements Result {}

        /** A colleague noted something meanwhile, or it is not there any more. */
        record Outdated() implements Result {}
    }

    /** What is to be handed over, and how it begins. */
    public record Plan(
            SupportRequestId request, WarmReferral.To to, Set<Need> needs, LocalDate agreed, NextStep next) {}

    public Result plan(Plan plan, By by) {
        if (referrals.consentWithdrawn(plan.request())) {
            return new Result.Refused(WarmReferral.Refusal.CONSENT_WITHDRAWN);
        }
        WarmReferral.Outcome outcome = WarmReferral.planned(
                ids.get(), plan.request(), plan.to(), plan.needs(), plan.agreed(), plan.next(), today());
        return switch (outcome) {
            case WarmReferral.Outcome.Refused(WarmReferral.Refusal refusal) -> new Result.Refused(refusal);
            case WarmReferral.Outcome.Noted(WarmReferral referral) -> {
                if (!referrals.add(by.organisation(), referral)) {
                    yield new Result.Already();
                }
                note(referral, Action.ADDED, by);
                yield new Result.Noted(referral);
            }
        };
    }

    /** @param seen the version that was on the page */
    public Result note(UUID id, int seen, Handover handover, By by) {
        Optional<WarmReferrals.Kept> kept = referrals.findToChange(id).filter(one -> one.version() == seen);
        return kept.<Result>map(one -> note(one.referral().after(handover, today()), by))
                .orElseGet(Result.Outdated::new);
    }

    private Result note(WarmReferral.Outcome outcome, By by) {
        return switch (outcome) {
            case WarmReferral.Outcome.Refused(WarmReferral.Refusal refusal) -> new Result.Refused(refusal);
            case WarmReferral.Outcome.Noted(WarmReferral referral) -> {
                referrals.change(referral);
                note(referral, Action.CHANGED, by);
                yield new Result.Noted(referral);
            }
        };
    }

    private void note(WarmReferral referral, Action action, By by) {
        referrals.remember(by, referral, clock.instant());
        audit.add(
                by.organisation(),
                new AuditEntry(
                        Optional.of(by.account()),
                        action,
                        AuditEntry.Subject.REQUEST,
                        referral.request().value().toString(),
                        Map.of("what", "REFERRAL", "state", referral.state().name())));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
