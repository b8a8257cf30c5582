package nl.koppelwerk.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import nl.koppelwerk.batch.capacity.Planning;
import nl.koppelwerk.capacity.Question;
import nl.koppelwerk.command.Console;
import nl.koppelwerk.command.ExitCode;
import nl.koppelwerk.command.ProgressBar;
import nl.koppelwerk.command.Refusal;
import nl.koppelwerk.data.account.Account;
import nl.koppelwerk.data.account.Accounts;
import nl.koppelwerk.data.account.Limits;
import nl.koppelwerk.data.capacity.CapacityPlans;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.imports.ImportOutcome;
import nl.koppelwerk.data.imports.Importing;
import nl.koppelwerk.data.own.OwnPages;
import nl.koppelwerk.data.person.By;
import nl.koppelwerk.data.reference.PostcodeFile;
import nl.koppelwerk.data.sample.SampleArrivals;
import nl.koppelwerk.data.sample.SampleCity;
import nl.koppelwerk.data.sample.SampleOrganisation;
import nl.koppelwerk.data.store.Families;
import nl.koppelwerk.data.store.Organisations.Organisation;
import nl.koppelwerk.data.store.Volunteers;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.domain.volunteer.Volunteer;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.pairing.CoordinatorId;
import org.springframework.context.ApplicationContext;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;

/** The made-up organisation of the demonstration: its city, imported like any other, and its accounts. */
final class DemoCity {
    private static final long SEED = 1;
    private static final int MORE = 10;
    private static final int MONTHS = 6;
    private static final int REPETITIONS = 10;
    private static final String PASSWORD = "koppelen-in-de-wijk";

    /** Address of a volunteer, who comes in by a link in a mail. */
    static final String VOLUNTEER = "vrijwilliger@koppelwerk.example";

    /** Who can sign in to look around: with the password alone, because only this computer gets to the pages. */
    private enum Staff {
        COORDINATOR("coordinator@koppelwerk.example", "Coördinator", Account.Role.COORDINATOR),
        SECOND("tweede@koppelwerk.example", "Tweede coördinator", Account.Role.COORDINATOR),
        SCHIEDAM("schiedam@koppelwerk.example", "Coördinator van Schiedam", Account.Role.COORDINATOR),
        CAPELLE("capelle@koppelwerk.example", "Coördinator van Capelle", Account.Role.COORDINATOR),
        ADMINISTRATOR("beheer@koppelwerk.example", "Beheerder", Account.Role.ADMINISTRATOR),
        READER("gemeente@koppelwerk.example", "Lezer van de gemeente", Account.Role.MUNICIPAL_READER),
        SYSTEM("systeem@koppelwerk.example", "Systeembeheerder", Account.Role.SYSTEM_ADMINISTRATOR);

        private final String email;
        private final String called;
        private final Account.Role role;

        Staff(String email, String called, Account.Role role) {
            this.email = email;
            this.called = called;
            this.role = role;
        }

        /** By which messages know what the account is for. */
        String said() {
            return this == SCHIEDAM || this == CAPELLE ? "MUNICIPAL_COORDINATOR" : role.name();
        }

        UUID id() {
            return UUID.nameUUIDFromBytes(email.getBytes(StandardCharsets.UTF_8));
        }
    }

    private final Console console;
    private final Clock clock;
    private final ApplicationContext application;

    DemoCity(Console console, Clock clock, ApplicationContext application) {
        this.console = console;
        this.clock = clock;
        this.application = application;
    }

    /**
     * Makes what is not there yet.
     *
     * @throws Refusal when the application can be reached from other computers
     */
    Organisation found() {
        refuseOtherComputers();
        OrganisationId id = application.getBean(SampleOrganisation.class).found(SampleOrganisation.NAME);
        Organisation organisation = new Organisation(id, SampleOrganisation.NAME);
        boolean there = families(id) > 0;
        if (!there) {
            importCity(id);
        }
        saveAccounts(id);
        if (there) {
            console.say("demo.there", organisation.name());
        } else {
            DemoPairings pairings = new DemoPairings(application, id, follower(), clock);
            Optional<VolunteerId> asked = pairings.make();
            new DemoLastYear(application, id, follower(), clock).make(pairings);
            new DemoSharing(application, new By(id, Staff.ADMINISTRATOR.id()), LocalDate.now(clock)).make();
            giveAddress(id, asked);
            application
                    .getBean(OrganisationScope.class)
                    .inside(id, () -> application.getBean(SampleArrivals.class).spread(LocalDate.now(clock)));
            new DemoSignUps(application, id, clock).make();
            new DemoIntakes(application, new By(id, Staff.COORDINATOR.id()), clock).make();
            new DemoReferrals(
                            application, new By(id, Staff.COORDINATOR.id()), Staff.COORDINATOR.called, clock, newIds())
                    .make();
            console.say("demo.made", organisation.name(), families(id), volunteers(id));
        }
        return organisation;
    }

    /** As many as are asked for, the same each time. */
    private static Supplier<UUID> newIds() {
        AtomicInteger next = new AtomicInteger();
        return () -> UUID.nameUUIDFromBytes(("referral " + next.getAndIncrement()).getBytes(StandardCharsets.UTF_8));
    }

    /** To somebody who was asked for a family, else to the first volunteer by number. */
    private void giveAddress(OrganisationId organisation, Optional<VolunteerId> asked) {
        application.getBean(OrganisationScope.class).inside(organisation, () -> {
            VolunteerId walked = asked.orElseGet(() -> application.getBean(Volunteers.class).list().stream()
                    .min(Comparator.comparing(Volunteer::reference))
                    .orElseThrow()
                    .id());
            return application
                    .getBean(OwnPages.class)
                    .contact(
                            walked,
                            Optional.of(VOLUNTEER),
                            Optional.empty(),
                            new By(organisation, Staff.ADMINISTRATOR.id()));
        });
    }

    /** Who follows the pairings that are there from the start. */
    private static CoordinatorId follower() {
        return new CoordinatorId(Staff.COORDINATOR.id());
    }

    /** A capacity plan, played while people look around; not again where there is one. */
    void playCapacity() {
        OrganisationId organisation =
                application.getBean(SampleOrganisation.class).found(SampleOrganisation.NAME);
        boolean there = application
                .getBean(OrganisationScope.class)
                .reading(
                        organisation,
                        () -> application.getBean(CapacityPlans.class).last())
                .isPresent();
        if (!there) {
            application
                    .getBean(Planning.class)
                    .start(organisation, new Question(MORE, MONTHS, REPETITIONS, SEED), Optional.empty());
        }
    }

    void sayAccounts() {
        console.say("demo.accounts", PASSWORD);
        for (Staff one : Staff.values()) {
            console.say("demo.account." + one.said(), one.email);
        }
    }

    private void refuseOtherComputers() {
        String address = application.getEnvironment().getProperty("server.address", "127.0.0.1");
        try {
            if (!InetAddress.getByName(address).isLoopbackAddress()) {
                throw new Refusal(ExitCode.FAILED, "demo.loopback", address);
            }
        } catch (UnknownHostException e) {
            throw new Refusal(ExitCode.FAILED, "demo.loopback", address);
        }
    }

    /** The city is made for today, because availability and certificates of long ago count for nothing. */
    private void importCity(OrganisationId organisation) {
        try (ProgressBar bar = new ProgressBar(console, clock)) {
            Path folder = Files.createTempDirectory("koppelwerk-demo-");
            new SampleCity(SampleCity.SMALL, SEED, LocalDate.now(clock), PostcodeFile.packaged()).write(folder);
            List<String> files =
                    List.of(SampleCity.POSTCODES_FILE, SampleCity.VOLUNTEERS_FILE, SampleCity.FAMILIES_FILE);
            for (String file : files) {
                bar.show(console.texts().get("demo.city"), files.indexOf(file) / 3.0, file);
                importFile(organisation, folder, file);
                Files.delete(folder.resolve(file));
            }
            bar.show(console.texts().get("demo.city"), 1, "");
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the sample city cannot be written", e);
        }
    }

    private void importFile(OrganisationId organisation, Path folder, String file) {
        ImportOutcome outcome = application
                .getBean(Importing.class)
                .importFile(organisation, new Importing.Offer(folder.resolve(file), file, folder), rows -> {});
        if (!(outcome instanceof ImportOutcome.Imported imported && imported.rejected() == 0)) {
            throw new IllegalStateException("the sample city's own " + file + " is refused: " + outcome);
        }
    }

    private void saveAccounts(OrganisationId organisation) {
        Accounts accounts = application.getBean(Accounts.class);
        String hash = PasswordEncoderFactories.createDelegatingPasswordEncoder().encode(PASSWORD);
        for (Staff one : Staff.values()) {
            if (accounts.findForSignIn(one.email).isEmpty()) {
                accounts.save(new Account(one.id(), organisation, one.email, one.called, hash, one.role, true));
            }
        }
        limit(organisation, accounts);
    }

    /** The reader's municipality is that of the city; two coordinators have one beside it each. */
    private void limit(OrganisationId organisation, Accounts accounts) {
        Map<Staff, String> own = Map.of(
                Staff.READER, DemoLastYear.LARGE, Staff.SCHIEDAM, "Schiedam", Staff.CAPELLE, "Capelle aan den IJssel");
        application
                .getBean(OrganisationScope.class)
                .inside(
                        organisation,
                        () -> own.forEach((one, municipality) -> accounts.limit(
                                organisation,
                                accounts.findForSignIn(one.email).orElseThrow().id(),
                                new Limits(Set.of(), Set.of(municipality)))));
    }

    private int families(OrganisationId organisation) {
        return application
                .getBean(OrganisationScope.class)
                .reading(
                        organisation,
                        () -> application.getBean(Families.class).list().size());
    }

    private int volunteers(OrganisationId organisation) {
        return application
                .getBean(OrganisationScope.class)
                .reading(
                        organisation,
                        () -> application.getBean(Volunteers.class).list().size());
    }
}
