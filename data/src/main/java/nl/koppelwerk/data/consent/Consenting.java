package nl.koppelwerk.data.consent;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.erasure.Person;
import nl.koppelwerk.data.history.History;
import nl.koppelwerk.data.own.OwnVolunteer;
import nl.koppelwerk.data.person.By;
import nl.koppelwerk.data.person.PausingVolunteers;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.domain.volunteer.VolunteerId;

/**
 * People who are there already agree to the text, or take that back. A volunteer who does so pauses without an end: no family
 * is proposed, pairings go on. For a family it closes nothing: what runs is ended by a person.
 */
public final class Consenting {
    private final Consents consents;
    private final PausingVolunteers pausing;
    private final History history;
    private final Audit audit;

    public Consenting(Consents consents, PausingVolunteers pausing, History history, Audit audit) {
        this.consents = consents;
        this.pausing = pausing;
        this.history = history;
        this.audit = audit;
    }

    public Optional<Consent> find(Person person) {
        return consents.find(person);
    }

    /**
     * To the current text, on the own page; inside the scope of the volunteer.
     *
     * @param language in which the page showed it
     */
    public void give(OwnVolunteer volunteer, String language) {
        Person self = Person.of(volunteer.volunteer());
        Consents.Given given = new Consents.Given(
                Consent.CURRENT, Optional.of(language), history.today(), Consent.Way.OWN_PAGE, Optional.empty());
        if (!agrees(self) && consents.add(volunteer.organisation(), self, given)) {
            note(volunteer.organisation(), self, Optional.empty(), "CONSENT_GIVEN");
        }
    }

    /**
     * To the current text, by word of mouth.
     *
     * @return false: that day is still to come, or it was withdrawn after it
     */
    public boolean noteGiven(Person person, LocalDate on, By by) {
        Consents.Given given =
                new Consents.Given(Consent.CURRENT, Optional.empty(), on, Consent.Way.ORAL, Optional.of(by.account()));
        if (agrees(person)) {
            return true;
        }
        boolean noted = !on.isAfter(history.today()) && consents.add(by.organisation(), person, given);
        if (noted) {
            note(by.organisation(), person, Optional.of(by.account()), "CONSENT_GIVEN");
        }
        return noted;
    }

    /** Said once more it is not said again. */
    private boolean agrees(Person person) {
        return consents.find(person).filter(Consent::toCurrentText).isPresent();
    }

    /** On the own page; inside the scope of the volunteer. */
    public void withdraw(OwnVolunteer volunteer) {
        Person self = Person.of(volunteer.volunteer());
        if (consents.end(self, history.today())) {
            pausing.withoutConsent(volunteer.volunteer(), Optional.empty());
            note(volunteer.organisation(), self, Optional.empty(), "CONSENT_WITHDRAWN");
        }
    }

    /** @return false: there was nothing to withdraw */
    public boolean noteWithdrawn(Person person, By by) {
        boolean ended = consents.end(person, history.today());
        if (ended) {
            if (person.side() == Person.Side.VOLUNTEER) {
                pausing.withoutConsent(new VolunteerId(person.id()), Optional.of(by.account()));
            }
            note(by.organisation(), person, Optional.of(by.account()), "CONSENT_WITHDRAWN");
        }
        return ended;
    }

    private void note(OrganisationId organisation, Person person, Optional<UUID> account, String what) {
        AuditEntry.Subject subject =
                person.side() == Person.Side.FAMILY ? AuditEntry.Subject.FAMILY : AuditEntry.Subject.VOLUNTEER;
        audit.add(
                organisation,
                new AuditEntry(
                        account,
                        AuditEntry.Action.CHANGED,
                        subject,
                        person.id().toString(),
                        account.isEmpty() ? Map.of("what", what, "by", "volunteer") : Map.of("what", what)));
    }
}
