package nl.koppelwerk.ui.signup;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.account.Account;
import nl.koppelwerk.data.household.Household;
import nl.koppelwerk.data.household.HouseholdKeys;
import nl.koppelwerk.data.mail.Mail;
import nl.koppelwerk.data.mail.Outbox;
import nl.koppelwerk.data.signin.FailedAttempts;
import nl.koppelwerk.data.signin.FormTokens;
import nl.koppelwerk.data.signin.Secrets;
import nl.koppelwerk.data.signup.NeedsNearby;
import nl.koppelwerk.data.signup.OpenOrganisation;
import nl.koppelwerk.data.signup.OpenOrganisations;
import nl.koppelwerk.data.signup.Registrations;
import nl.koppelwerk.data.signup.SignUp;
import nl.koppelwerk.data.store.Places;
import nl.koppelwerk.data.store.Programmes;
import nl.koppelwerk.domain.pairing.Side;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.ui.shell.PublicAddress;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where public forms come in. It never looks whether somebody is known, so known and unknown are answered alike; and what
 * programs send gets the answer that people get.
 */
@Component
class SignUpDesk {
    private static final int FREE = 5;
    private static final int FREE_OF_A_NETWORK = 30;

    private final Registrations registrations;
    private final FormTokens tokens;
    private final FailedAttempts sent;
    private final Post post;
    private final Around around;

    SignUpDesk(Registrations registrations, FormTokens tokens, FailedAttempts sent, Post post, Around around) {
        this.registrations = registrations;
        this.tokens = tokens;
        this.sent = sent;
        this.post = post;
        this.around = around;
    }

    /** What the pages say about an organisation and its surroundings. */
    @Component
    record Around(
            OpenOrganisations organisations, Programmes programmes, Places places, NeedsNearby needs, Clock clock) {}

    /** What became of a form. */
    sealed interface Outcome {
        /** Thanks; whether or not it was a person who sent it. */
        record Taken() implements Outcome {}

        /** Too soon after it was opened, or too long. */
        record Again() implements Outcome {}

        record Wait(Duration left) implements Outcome {}
    }

    /** Which organisation to go to with this form, where there are several. */
    ModelAndView choose(String form) {
        return new ModelAndView("signup/choose")
                .addObject("page", form)
                .addObject("organisations", around.organisations().list());
    }

    SignUpForm read(MultiValueMap<String, String> sent) {
        return new SignUpForm(sent, LocalDate.now(around.clock()).getYear());
    }

    String token(String form) {
        return tokens.issue(form);
    }

    String again(SignUpForm form, String name) {
        return tokens.again(form.value("token"), name);
    }

    Outcome take(OpenOrganisation organisation, SignUp said, SignUpForm form, String name, String network) {
        if (form.trapped()) {
            return new Outcome.Taken();
        }
        Optional<byte[]> token = tokens.accept(form.value("token"), name);
        if (token.isEmpty()) {
            return new Outcome.Again();
        }
        Optional<Duration> wait = sent.admit("sign-up network " + network, FREE_OF_A_NETWORK)
                .or(() -> said.address()
                        .flatMap(address ->
                                sent.admit("sign-up address " + Account.address(address) + " from " + network, FREE)));
        if (wait.isPresent()) {
            return new Outcome.Wait(wait.get());
        }
        registrations.asSoftware(organisation.id(), () -> {
            Optional<Registrations.Added> added = registrations.add(organisation.id(), said, token.get());
            added.ifPresent(one -> tell(organisation, said, one));
            return added;
        });
        return new Outcome.Taken();
    }

    private void tell(OpenOrganisation organisation, SignUp said, Registrations.Added added) {
        said.address().ifPresent(address -> post.confirmation(organisation, address, said, added));
        if (said.urgent()) {
            registrations.onDuty(said).forEach(email -> post.urgent(organisation.id(), email, added.id()));
        }
    }

    boolean confirm(String key) {
        return key.matches("[A-Za-z0-9_-]{43}") && registrations.confirm(key);
    }

    /** Whether the form says a postcode that there is not. */
    boolean nowhere(OrganisationId organisation, SignUpForm form) {
        return form.postcode()
                .filter(postcode -> registrations.asSoftware(
                        organisation,
                        () -> around.places().list(List.of(postcode)).isEmpty()))
                .isPresent();
    }

    NeedsNearby.Near near(OrganisationId organisation, SignUpForm form) {
        return registrations.asSoftware(
                organisation,
                () -> around.needs()
                        .near(
                                form.postcode().orElseThrow(),
                                form.languages().speaking().keySet()));
    }

    List<SignUpForm.Offer> offers(OrganisationId organisation) {
        return registrations.asSoftware(
                organisation,
                () -> around.programmes().list().stream()
                        .flatMap(programme -> programme.kinds().stream()
                                .sorted()
                                .map(kind -> new SignUpForm.Offer(programme.id(), programme.name(), kind)))
                        .toList());
    }

    /** What it takes to write mail. */
    @Component
    record Post(Outbox outbox, Secrets secrets, MessageSource messages, PublicAddress site, HouseholdKeys keys) {
        private static final int ID_BYTES = 16;
        private static final Locale STAFF = Locale.of("nl");

        void confirmation(OpenOrganisation organisation, String address, SignUp said, Registrations.Added added) {
            String language = said.consent().language();
            String key = added.confirmation();
            if (follows(said)) {
                keys.make(
                        Household.ofRegistration(
                                organisation.id(), added.id(), said.referrer().isPresent()),
                        HouseholdKeys.Way.SIGN_UP,
                        key);
            }
            add(
                    organisation.id(),
                    address,
                    "signup.mail",
                    follows(said) ? "signup.mail.follow" : "",
                    Locale.of(language),
                    site.of("/join/confirm?language=" + language + "&key=" + key),
                    organisation.name(),
                    Registrations.TO_CONFIRM.toDays(),
                    site.of("/help/standing?language=" + language + "&key=" + key));
        }

        private static boolean follows(SignUp said) {
            return said.side() == Side.FAMILY
                    && said.referrer().map(SignUp.Referrer::mayFollow).orElse(true);
        }

        /** Says that there is something and where: mail is read on screens that others see. */
        void urgent(OrganisationId organisation, String address, UUID registration) {
            add(
                    organisation,
                    address,
                    "registration.urgent.mail",
                    "",
                    STAFF,
                    site.of("/registrations/" + registration));
        }

        private void add(
                OrganisationId organisation,
                String address,
                String text,
                String more,
                Locale language,
                Object... said) {
            outbox.add(
                    organisation,
                    Mail.of(
                            UUID.nameUUIDFromBytes(secrets.bytes(ID_BYTES)),
                            address,
                            messages.getMessage(text + ".subject", said, language),
                            messages.getMessage(text + ".body", said, language)
                                    + (more.isEmpty() ? "" : "\n" + messages.getMessage(more, said, language))));
        }
    }
}
