package nl.koppelwerk.data.erasure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import nl.koppelwerk.data.own.OwnScope;
import nl.koppelwerk.data.own.OwnVolunteer;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Volunteers ask to be erased. Who never was more than proposed to a family goes at once; for the others a coordinator ends
 * what runs, and sees what stays and why, within a month.
 */
public final class OwnErasure {
    private final JdbcClient jdbc;
    private final Erasing erasing;
    private final ErasureRequests requests;
    private final OwnScope scope;
    private final Clock clock;

    OwnErasure(JdbcClient jdbc, Erasing erasing, ErasureRequests requests, OwnScope scope, Clock clock) {
        this.jdbc = jdbc;
        this.erasing = erasing;
        this.requests = requests;
        this.scope = scope;
        this.clock = clock;
    }

    /** What was asked and waits for a coordinator. */
    public Optional<ErasureRequests.Open> asked(OwnVolunteer volunteer) {
        return scope.inside(volunteer, () -> requests.find(Person.of(volunteer.volunteer())));
    }

    /** @return what waits for a coordinator now; empty: it is done */
    public Optional<ErasureRequests.Open> ask(OwnVolunteer volunteer) {
        Person self = Person.of(volunteer.volunteer());
        boolean atOnce = scope.inside(volunteer, this::neverPaired)
                && erasing.erase(volunteer.organisation(), self, Optional.empty()) instanceof Erasure.Erased;
        if (atOnce) {
            return Optional.empty();
        }
        scope.inside(volunteer, () -> {
            requests.ask(volunteer.organisation(), self, LocalDate.now(clock), Optional.empty());
            return self;
        });
        return asked(volunteer);
    }

    /** Thought better of it. */
    public void withdraw(OwnVolunteer volunteer) {
        scope.inside(volunteer, () -> {
            requests.withdraw(Person.of(volunteer.volunteer()), LocalDate.now(clock));
            return volunteer;
        });
    }

    private boolean neverPaired() {
        return jdbc.sql("select not exists (select from pairing p where p.volunteer = own_volunteer()"
                        + " and p.step not in ('PROPOSED', 'ENDED'))"
                        + " and not exists (select from pairing_life l join pairing p on p.id = l.pairing"
                        + " where p.volunteer = own_volunteer())")
                .query(Boolean.class)
                .single();
    }
}
