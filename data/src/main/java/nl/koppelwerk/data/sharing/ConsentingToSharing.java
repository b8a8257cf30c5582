package nl.koppelwerk.data.sharing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.erasure.Person;
import nl.koppelwerk.data.history.History;
import nl.koppelwerk.data.own.OwnVolunteer;
import nl.koppelwerk.data.person.By;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.domain.programme.ProgrammeId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * People agree to be known in a programme that is not their own, one programme at a time, or take that back. Nothing that runs
 * stops by that: the next plan is made without it. Inside the scope of the organisation.
 */
public final class ConsentingToSharing {
    private final SharingConsents consents;
    private final History history;
    private final Audit audit;

    public ConsentingToSharing(JdbcClient jdbc, History history, Audit audit) {
        this.consents = new SharingConsents(jdbc);
        this.history = history;
        this.audit = audit;
    }

    /** The other programmes that this person can be known in, or was. */
    public List<Shared> of(Person person) {
        return consents.of(person);
    }

    /**
     * On the own page; inside the scope of the volunteer.
     *
     * @param language in which the page asked
     */
    public boolean give(OwnVolunteer volunteer, ProgrammeId programme, String language) {
        Person self = Person.of(volunteer.volunteer());
        return added(
                volunteer.organisation(),
                self,
                programme,
                new SharingConsents.Given(Optional.of(language), history.today(), Optional.empty()));
    }

    /**
     * By word of mouth.
     *
     * @return false: that day is still to come, it was withdrawn after it, or there is nothing to agree to
     */
    public boolean noteGiven(Person person, ProgrammeId programme, LocalDate on, By by) {
        return !on.isAfter(history.today())
                && added(
                        by.organisation(),
                        person,
                        programme,
                        new SharingConsents.Given(Optional.empty(), on, Optional.of(by.account())));
    }

    private boolean added(
            OrganisationId organisation, Person person, ProgrammeId programme, SharingConsents.Given given) {
        consents.endFormer(person, programme, history.today());
        boolean added = consents.add(organisation, person, programme, given);
        if (added) {
            note(organisation, person, programme, given.account(), "SHARING_CONSENT_GIVEN");
        }
        return added;
    }

    /** On the own page; inside the scope of the volunteer. */
    public boolean withdraw(OwnVolunteer volunteer, ProgrammeId programme) {
        return ended(volunteer.organisation(), Person.of(volunteer.volunteer()), programme, Optional.empty());
    }

    /** @return false: there was nothing to withdraw */
    public boolean noteWithdrawn(Person person, ProgrammeId programme, By by) {
        return ended(by.organisation(), person, programme, Optional.of(by.account()));
    }

    private boolean ended(OrganisationId organisation, Person person, ProgrammeId programme, Optional<UUID> account) {
        boolean ended = consents.end(person, programme, history.today());
        if (ended) {
            note(organisation, person, programme, account, "SHARING_CONSENT_WITHDRAWN");
        }
        return ended;
    }

    private void note(
            OrganisationId organisation, Person person, ProgrammeId programme, Optional<UUID> account, String what) {
        AuditEntry.Subject subject =
                person.side() == Person.Side.FAMILY ? AuditEntry.Subject.FAMILY : AuditEntry.Subject.VOLUNTEER;
        Map<String, String> detail = account.isEmpty()
                ? Map.of("what", what, "programme", programme.value().toString(), "by", "volunteer")
                : Map.of("what", what, "programme", programme.value().toString());
        audit.add(
                organisation,
                new AuditEntry(
                        account, AuditEntry.Action.CHANGED, subject, person.id().toString(), detail));
    }
}
