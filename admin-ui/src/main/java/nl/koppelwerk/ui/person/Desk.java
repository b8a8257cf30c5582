package nl.koppelwerk.ui.person;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.history.History;
import nl.koppelwerk.data.history.Subject;
import nl.koppelwerk.data.intake.Questions;
import nl.koppelwerk.data.person.By;
import nl.koppelwerk.data.store.Programmes;
import nl.koppelwerk.domain.programme.Programme;
import nl.koppelwerk.domain.programme.ProgrammeId;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.ui.person.form.Choices;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.OwnProgrammes;
import nl.koppelwerk.ui.shell.VolunteerChanged;
import nl.koppelwerk.ui.shell.Words;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Where records are opened: inside the organisation of the reader, with a line in the audit log. */
@Component
public class Desk {
    private final OrganisationScope scope;
    private final Audit audit;
    private final Programmes programmes;
    private final OwnProgrammes own;
    private final History history;
    private final Questions questions;
    private final ApplicationEventPublisher events;

    Desk(
            OrganisationScope scope,
            Audit audit,
            Programmes programmes,
            OwnProgrammes own,
            History history,
            Questions questions,
            ApplicationEventPublisher events) {
        this.scope = scope;
        this.audit = audit;
        this.programmes = programmes;
        this.own = own;
        this.history = history;
        this.questions = questions;
        this.events = events;
    }

    /** Tells that the plan may be another with this volunteer as he or she is now; inside the transaction of the change. */
    public void tell(Coordinator coordinator, VolunteerId changed) {
        events.publishEvent(new VolunteerChanged(coordinator.organisation(), changed));
    }

    public Instant moment() {
        return history.moment();
    }

    /** Number of the last change of any of them. */
    public long lastChange(List<Subject> subjects) {
        return subjects.stream().mapToLong(history::last).max().orElse(0);
    }

    /** Does work in one transaction of the reader's organisation. */
    public <T> T inside(Coordinator coordinator, Supplier<T> work) {
        return scope.inside(coordinator.organisation(), work);
    }

    /** Notes what the reader sees, in the transaction that shows it. */
    public void note(
            Coordinator coordinator,
            AuditEntry.Action action,
            AuditEntry.Subject subject,
            String object,
            Map<String, String> detail) {
        audit.add(
                coordinator.organisation(),
                new AuditEntry(Optional.of(coordinator.account()), action, subject, object, detail));
    }

    public static By by(Coordinator coordinator) {
        return new By(coordinator.organisation(), coordinator.account());
    }

    public List<Programme> programmes() {
        return programmes.list();
    }

    /** Of programmes those that the coordinator may keep a request in. */
    public Choices choices(Coordinator coordinator, Words words) {
        return new Choices(own.list(coordinator), words);
    }

    /** Of programmes also those that somebody takes part in already, which a form sends along. */
    public Choices choices(Coordinator coordinator, Set<ProgrammeId> already, Words words) {
        List<Programme> mine = own.list(coordinator);
        return new Choices(
                programmes.list().stream()
                        .filter(one -> mine.contains(one) || already.contains(one.id()))
                        .toList(),
                words);
    }

    public Choices choices(Words words) {
        return new Choices(programmes.list(), words);
    }

    /** For changes that name programmes by their ids. */
    public ChangeWords changeWords(Words words) {
        List<Programme> all = programmes.list();
        Map<String, String> names = questions.names(all, words.inLanguage(Locale::getLanguage));
        all.forEach(programme -> names.put(programme.id().value().toString(), programme.code()));
        return new ChangeWords(words, names);
    }
}
