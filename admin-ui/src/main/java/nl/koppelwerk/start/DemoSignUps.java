package nl.koppelwerk.start;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.koppelwerk.data.consent.Consent;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.signin.Secrets;
import nl.koppelwerk.data.signup.NeedsNearby;
import nl.koppelwerk.data.signup.OpenOrganisations;
import nl.koppelwerk.data.signup.Registrations;
import nl.koppelwerk.data.signup.SignUp;
import nl.koppelwerk.data.store.Families;
import nl.koppelwerk.domain.family.Family;
import nl.koppelwerk.domain.language.Languages;
import nl.koppelwerk.domain.pairing.Side;
import nl.koppelwerk.domain.place.Postcode;
import nl.koppelwerk.domain.programme.Need;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.domain.programme.SupportKind;
import nl.koppelwerk.domain.week.DayParts;
import org.springframework.context.ApplicationContext;

/** Opens the pages to sign up, with a volunteer and two families who wait; one of them urgent, brought by a school. */
record DemoSignUps(ApplicationContext application, OrganisationId organisation, Clock clock) {
    private static final String SHORT_NAME = "demo";
    private static final SignUp.Consent CONSENT = new SignUp.Consent(Consent.CURRENT, "nl");

    void make() {
        application.getBean(OrganisationScope.class).inside(organisation, () -> {
            application
                    .getBean(OpenOrganisations.class)
                    .say(organisation, new OpenOrganisations.Said(SHORT_NAME, "010 555 01 00"));
            application.getBean(NeedsNearby.class).count(organisation, LocalDate.now(clock));
        });
        List<Postcode> postcodes = application
                .getBean(OrganisationScope.class)
                .inside(
                        organisation,
                        () -> application.getBean(Families.class).list().stream()
                                .map(Family::postcode)
                                .distinct()
                                .sorted()
                                .limit(3)
                                .toList());
        List<SignUp> all = List.of(
                volunteer(postcodes.getFirst()),
                school(postcodes.getLast()),
                family(postcodes.get(postcodes.size() / 2)));
        all.forEach(this::add);
    }

    private void add(SignUp said) {
        Registrations registrations = application.getBean(Registrations.class);
        registrations
                .asSoftware(
                        organisation,
                        () -> registrations.add(
                                organisation, said, Secrets.hash(said.contact().name())))
                .ifPresent(added -> registrations.confirm(added.confirmation()));
    }

    private static SignUp volunteer(Postcode postcode) {
        return new SignUp(
                Side.VOLUNTEER,
                new SignUp.Contact("Sevda Aydin", Optional.of("sevda@koppelwerk.example"), Optional.empty(), postcode),
                wish("nld:C1 tur:C2", "wed-afternoon sat-morning", Optional.of(SupportKind.BUDDY), Set.of(), Set.of()),
                Optional.empty(),
                CONSENT);
    }

    private static SignUp school(Postcode postcode) {
        return new SignUp(
                Side.FAMILY,
                new SignUp.Contact("Gezin Tesfay", Optional.empty(), Optional.of("06 5550 0101"), postcode),
                wish(
                        "tir:C2 nld:A1",
                        "mon-morning tue-morning wed-afternoon",
                        Optional.empty(),
                        Set.of(Need.PARENTING, Need.DUTCH_LANGUAGE),
                        Set.of(SignUp.Signal.EXHAUSTED)),
                Optional.of(new SignUp.Referrer(
                        SignUp.ReferrerKind.SCHOOL,
                        "M. Visser",
                        "Basisschool De Regenboog",
                        Optional.of("school@koppelwerk.example"),
                        Optional.of("010 555 01 02"),
                        true)),
                CONSENT);
    }

    private static SignUp family(Postcode postcode) {
        return new SignUp(
                Side.FAMILY,
                new SignUp.Contact("Gezin Nowak", Optional.of("nowak@koppelwerk.example"), Optional.empty(), postcode),
                wish(
                        "pol:C2 nld:B1",
                        "thu-evening sat-afternoon",
                        Optional.empty(),
                        Set.of(Need.FINANCE, Need.SOCIAL_NETWORK),
                        Set.of()),
                Optional.empty(),
                CONSENT);
    }

    private static SignUp.Wish wish(
            String languages,
            String dayParts,
            Optional<SupportKind> kind,
            Set<Need> needs,
            Set<SignUp.Signal> signals) {
        return new SignUp.Wish(
                Languages.parse(languages),
                DayParts.parse(dayParts),
                kind,
                Optional.empty(),
                needs,
                needs.isEmpty() ? List.of() : List.of(2019, 2023),
                signals);
    }
}
