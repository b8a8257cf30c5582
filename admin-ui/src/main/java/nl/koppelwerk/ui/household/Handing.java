package nl.koppelwerk.ui.household;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.household.Contacts;
import nl.koppelwerk.data.household.Household;
import nl.koppelwerk.data.household.HouseholdKeys;
import nl.koppelwerk.data.signup.OpenOrganisation;
import nl.koppelwerk.data.signup.OpenOrganisations;
import nl.koppelwerk.data.signup.Registration;
import nl.koppelwerk.data.signup.Registrations;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.pairing.Side;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.FamilyMail;
import nl.koppelwerk.ui.shell.OwnChoices;
import nl.koppelwerk.ui.shell.OwnLanguage;
import nl.koppelwerk.ui.shell.PublicAddress;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Makes ways in for families that the coordinator sees, with an entry in the audit log. */
@Component
class Handing {
    private final OrganisationScope scope;
    private final HouseholdKeys keys;
    private final Audit audit;
    private final Known.Sources known;
    private final Post post;

    Handing(OrganisationScope scope, HouseholdKeys keys, Audit audit, Known.Sources known, Post post) {
        this.scope = scope;
        this.keys = keys;
        this.audit = audit;
        this.known = known;
        this.post = post;
    }

    /**
     * A family or registration that the coordinator sees.
     *
     * @param language of its page
     */
    record Known(Household household, Optional<String> email, OwnLanguage language) {
        /** Where they are looked up. */
        @Component
        record Sources(Contacts contacts, Registrations registrations) {}
    }

    /** What it takes to write. */
    @Component
    record Post(
            FamilyMail mail,
            MessageSource messages,
            PublicAddress site,
            OpenOrganisations organisations,
            Clock clock) {}

    /** What is read out or printed, in the language of the family. */
    record Letter(List<String> lines, OwnLanguage language) {}

    Optional<Known> ofFamily(Coordinator coordinator, UUID id) {
        return scope.inside(
                coordinator.organisation(),
                () -> known.contacts()
                        .find(new FamilyId(id))
                        .map(contact -> new Known(
                                Household.of(coordinator.organisation(), new FamilyId(id)),
                                contact.email(),
                                OwnLanguage.of(contact.language()))));
    }

    /** Only one that waits still: of a family the page of that family has it. */
    Optional<Known> ofRegistration(Coordinator coordinator, UUID id) {
        return scope.inside(
                coordinator.organisation(),
                () -> known.registrations()
                        .find(id)
                        .filter(one ->
                                one.said().side() == Side.FAMILY && one.record().isEmpty())
                        .filter(one -> one.state() != Registration.State.DECLINED)
                        .map(one -> new Known(
                                Household.ofRegistration(coordinator.organisation(), id, false),
                                Optional.empty(),
                                OwnLanguage.of(one.said().consent().language()))));
    }

    /** Whether there is an address to mail to; empty: no such family in sight. */
    Optional<Boolean> mail(Coordinator coordinator, UUID id) {
        return ofFamily(coordinator, id)
                .map(found -> scope.inside(coordinator.organisation(), () -> {
                    found.email().ifPresent(email -> {
                        post.mail()
                                .link(new HouseholdKeys.Addressee(
                                        found.household(),
                                        email,
                                        found.language().code()));
                        note(coordinator, found, "MAIL");
                    });
                    return found.email().isPresent();
                }));
    }

    Letter letter(Coordinator coordinator, Known to) {
        String code = scope.inside(coordinator.organisation(), () -> {
            note(coordinator, to, "CODE");
            return keys.code(to.household());
        });
        String grouped = code.replaceAll("(\\d{4})(?=\\d)", "$1 ");
        Locale language = to.language().locale();
        Object[] said = {
            post.site().of("/help/code?language=" + to.language().code()),
            grouped,
            lastDay(language),
            phone(coordinator)
        };
        String text = post.messages().getMessage("signup.letter.body", said, language);
        return new Letter(text.lines().filter(line -> !line.isBlank()).toList(), to.language());
    }

    private String lastDay(Locale language) {
        return new OwnChoices(language).date(LocalDate.now(post.clock()).plusDays(HouseholdKeys.CODE_VALID.toDays()));
    }

    private String phone(Coordinator coordinator) {
        return post.organisations()
                .find(coordinator.organisation())
                .flatMap(OpenOrganisation::phone)
                .orElse("");
    }

    private void note(Coordinator coordinator, Known to, String way) {
        boolean family = to.household().family().isPresent();
        audit.add(
                coordinator.organisation(),
                new AuditEntry(
                        Optional.of(coordinator.account()),
                        AuditEntry.Action.ADDED,
                        family ? AuditEntry.Subject.FAMILY : AuditEntry.Subject.REGISTRATION,
                        to.household()
                                .family()
                                .or(to.household()::registration)
                                .orElseThrow()
                                .toString(),
                        Map.of("wayIn", way)));
    }
}
