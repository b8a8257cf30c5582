package nl.koppelwerk.ui.registration;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.mail.Mail;
import nl.koppelwerk.data.mail.Outbox;
import nl.koppelwerk.data.signup.OpenOrganisation;
import nl.koppelwerk.data.signup.OpenOrganisations;
import nl.koppelwerk.data.signup.Registration;
import nl.koppelwerk.data.signup.Registrations;
import nl.koppelwerk.data.store.Families;
import nl.koppelwerk.data.store.Places;
import nl.koppelwerk.data.store.Programmes;
import nl.koppelwerk.data.store.Volunteers;
import nl.koppelwerk.domain.pairing.Side;
import nl.koppelwerk.domain.place.Place;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.domain.programme.Programme;
import nl.koppelwerk.ui.shell.Coordinator;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What it takes to deal with registrations, inside the organisation of the reader.
 *
 * @param registrations what the reader may see of them, the database sees to
 */
@Component
record RegistrationDesk(
        OrganisationScope scope,
        Registrations registrations,
        OpenOrganisations organisations,
        Records records,
        Post post) {
    /** What a registration is compared with. */
    @Component
    record Records(Families families, Volunteers volunteers, Places places, Programmes programmes) {}

    /** What it takes to write mail. */
    @Component
    record Post(Outbox outbox, MessageSource messages) {}

    <T> T inside(Coordinator coordinator, Supplier<T> work) {
        return scope.inside(coordinator.organisation(), work);
    }

    <T> T reading(Coordinator coordinator, Supplier<T> work) {
        return scope.reading(coordinator.organisation(), work);
    }

    /** Of each postcode its town. */
    Map<Integer, String> towns(List<Registration> waiting) {
        return records
                .places()
                .list(waiting.stream()
                        .map(one -> one.said().contact().postcode())
                        .distinct()
                        .toList())
                .stream()
                .collect(Collectors.toMap(place -> place.postcode().digits(), Place::town));
    }

    Optional<String> programme(Registration registration) {
        return registration
                .said()
                .wish()
                .programme()
                .flatMap(id -> records.programmes().list().stream()
                        .filter(programme -> programme.id().equals(id))
                        .map(Programme::name)
                        .findFirst());
    }

    /** Who has this number, of those that the reader sees. */
    Optional<UUID> record(Side side, String reference) {
        return side == Side.FAMILY
                ? records.families()
                        .find(reference)
                        .flatMap(found -> records.families().find(found.id()))
                        .map(family -> family.id().value())
                : records.volunteers()
                        .find(reference)
                        .flatMap(found -> records.volunteers().find(found.id()))
                        .map(volunteer -> volunteer.id().value());
    }

    /** In the language in which somebody signed up. */
    void tellDeclined(OrganisationId organisation, Registration registration) {
        Optional<OpenOrganisation> called = organisations.find(organisation);
        Locale language = Locale.of(registration.said().consent().language());
        Object[] said = {
            called.map(OpenOrganisation::name).orElse("Koppelwerk"),
            called.flatMap(OpenOrganisation::phone).orElse("")
        };
        registration
                .said()
                .address()
                .ifPresent(address -> post.outbox()
                        .add(
                                organisation,
                                Mail.of(
                                        UUID.nameUUIDFromBytes(
                                                ("declined " + registration.id()).getBytes(StandardCharsets.UTF_8)),
                                        address,
                                        post.messages().getMessage("signup.declined.subject", said, language),
                                        post.messages().getMessage("signup.declined.body", said, language))));
    }
}
