package nl.koppelwerk.ui.reason;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import nl.koppelwerk.batch.standing.FreshPlans;
import nl.koppelwerk.batch.standing.Touched;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.pairing.Pairings;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.PairingDecided;
import nl.koppelwerk.ui.shell.RequestChanged;
import nl.koppelwerk.ui.shell.VolunteerChanged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Has the plan made fresh after each decision, beside the page that follows it. */
@Component
final class Followed implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Followed.class);
    private static final int THREADS = 2;

    private final FreshPlans fresh;
    private final OrganisationScope scope;
    private final Pairings pairings;
    private final ExecutorService executor;
    private final Map<UUID, Integer> underWay = new ConcurrentHashMap<>();

    Followed(FreshPlans fresh, OrganisationScope scope, Pairings pairings) {
        this.fresh = fresh;
        this.scope = scope;
        this.pairings = pairings;
        this.executor = Executors.newFixedThreadPool(
                THREADS, Thread.ofPlatform().name("fresh-plan-", 1).daemon().factory());
    }

    @TransactionalEventListener
    void decided(PairingDecided decision) {
        Optional<UUID> by = signedIn();
        follow(
                decision.organisation(),
                by,
                () -> scope.reading(decision.organisation(), () -> pairings.find(decision.pairing()))
                        .map(pairing -> new Touched(Set.of(pairing.request()), Set.of(pairing.volunteer()), by)));
    }

    @TransactionalEventListener
    void changed(VolunteerChanged change) {
        Optional<UUID> by = signedIn();
        follow(change.organisation(), by, () -> Optional.of(new Touched(Set.of(), Set.of(change.volunteer()), by)));
    }

    @TransactionalEventListener
    void changed(RequestChanged change) {
        Optional<UUID> by = signedIn();
        follow(change.organisation(), by, () -> Optional.of(new Touched(Set.of(change.request()), Set.of(), by)));
    }

    /** Read when its turn has come, as the software itself, not as the person who decided. */
    @FunctionalInterface
    private interface Reading {
        Optional<Touched> touched();
    }

    private void follow(OrganisationId organisation, Optional<UUID> by, Reading reading) {
        by.ifPresent(account -> underWay.merge(account, 1, Integer::sum));
        executor.execute(() -> {
            try {
                reading.touched().ifPresent(touched -> fresh.after(organisation, touched));
            } catch (DataAccessException | IllegalStateException | IllegalArgumentException e) {
                log.error("The plan of organisation {} stays as it is", organisation.value(), e);
            } finally {
                by.ifPresent(
                        account -> underWay.merge(account, -1, (before, less) -> before == 1 ? null : before + less));
            }
        });
    }

    /** Whether a fresh plan is being made after a decision of this account. */
    boolean isBusyFor(UUID account) {
        return underWay.containsKey(account);
    }

    private static Optional<UUID> signedIn() {
        Authentication reader = SecurityContextHolder.getContext().getAuthentication();
        return reader != null && reader.getPrincipal() instanceof Coordinator coordinator
                ? Optional.of(coordinator.account())
                : Optional.empty();
    }

    @Override
    public void close() {
        executor.close();
    }
}
