package nl.koppelwerk.trust.load;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import nl.koppelwerk.batch.nightly.Night;
import nl.koppelwerk.batch.nightly.NightOrder;
import nl.koppelwerk.batch.nightly.NightProgress;
import nl.koppelwerk.batch.nightly.NightlyRun;
import nl.koppelwerk.data.account.Account;
import nl.koppelwerk.data.account.Accounts;
import nl.koppelwerk.data.account.Limits;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.imports.ImportOutcome;
import nl.koppelwerk.data.imports.Importing;
import nl.koppelwerk.data.own.OwnPages;
import nl.koppelwerk.data.person.By;
import nl.koppelwerk.data.reference.PostcodeFile;
import nl.koppelwerk.data.sample.SampleCity;
import nl.koppelwerk.data.sample.SampleOrganisation;
import nl.koppelwerk.data.store.Volunteers;
import nl.koppelwerk.data.view.ProposalViews;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.domain.volunteer.Volunteer;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.pairing.ConfirmingProposals;
import nl.koppelwerk.pairing.CoordinatorId;
import nl.koppelwerk.pairing.Pairings;
import nl.koppelwerk.ui.shell.Narrowed;
import org.springframework.context.ApplicationContext;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;

/** A made-up city after its first night, with people who can sign in: imported, matched and decided on as any other. */
final class LoadCity {
    static final String PASSWORD = "koppelen-in-de-wijk";
    private static final int DECIDED_AT_ONCE = 10;

    private final ApplicationContext application;
    private final Clock clock;
    private final People people;

    /** How many of each. */
    record People(int families, int coordinators, int volunteers, long seed) {
        String coordinator(int number) {
            return "coordinator" + number + "@load.example";
        }

        String volunteer(int number) {
            return "volunteer" + number + "@load.example";
        }

        String reader() {
            return "reader@load.example";
        }

        String administrator() {
            return "administrator@load.example";
        }
    }

    LoadCity(ApplicationContext application, Clock clock, People people) {
        this.application = application;
        this.clock = clock;
        this.people = people;
    }

    /** Makes it where it is not there yet. */
    OrganisationId make() {
        OrganisationId organisation =
                application.getBean(SampleOrganisation.class).found(SampleOrganisation.NAME);
        if (volunteers(organisation).isEmpty()) {
            importCity(organisation);
            hire(organisation);
            giveAddresses(organisation);
            Night night = application
                    .getBean(NightlyRun.class)
                    .run(NightOrder.on(LocalDate.now(clock), organisation), NightProgress.NONE);
            if (!(night instanceof Night.Published)) {
                throw new IllegalStateException("the first night ended as " + night);
            }
            decide(organisation);
        }
        return organisation;
    }

    private OrganisationScope scope() {
        return application.getBean(OrganisationScope.class);
    }

    private List<VolunteerId> volunteers(OrganisationId organisation) {
        return scope().reading(
                        organisation,
                        () -> application.getBean(Volunteers.class).list().stream()
                                .sorted(Comparator.comparing(Volunteer::reference))
                                .map(Volunteer::id)
                                .toList());
    }

    private void importCity(OrganisationId organisation) {
        try {
            Path folder = Files.createTempDirectory("koppelwerk-load-");
            new SampleCity(people.families(), people.seed(), LocalDate.now(clock), PostcodeFile.packaged())
                    .write(folder);
            for (String file :
                    List.of(SampleCity.POSTCODES_FILE, SampleCity.VOLUNTEERS_FILE, SampleCity.FAMILIES_FILE)) {
                ImportOutcome outcome = application
                        .getBean(Importing.class)
                        .importFile(organisation, new Importing.Offer(folder.resolve(file), file, folder), rows -> {});
                if (!(outcome instanceof ImportOutcome.Imported)) {
                    throw new IllegalStateException("the city's own " + file + " is refused: " + outcome);
                }
                Files.delete(folder.resolve(file));
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void hire(OrganisationId organisation) {
        String hash = PasswordEncoderFactories.createDelegatingPasswordEncoder().encode(PASSWORD);
        for (int number = 0; number < people.coordinators(); number++) {
            save(organisation, people.coordinator(number), hash, Account.Role.COORDINATOR);
        }
        save(organisation, people.administrator(), hash, Account.Role.ADMINISTRATOR);
        save(organisation, people.reader(), hash, Account.Role.MUNICIPAL_READER);
        scope().inside(
                        organisation,
                        () -> application
                                .getBean(Accounts.class)
                                .limit(organisation, id(people.reader()), new Limits(Set.of(), Set.of("Rotterdam"))));
    }

    private void save(OrganisationId organisation, String email, String hash, Account.Role role) {
        application
                .getBean(Accounts.class)
                .save(new Account(id(email), organisation, email, "Medewerker " + email, hash, role, true));
    }

    private static UUID id(String email) {
        return UUID.nameUUIDFromBytes(email.getBytes(StandardCharsets.UTF_8));
    }

    private void giveAddresses(OrganisationId organisation) {
        By by = new By(organisation, id(people.administrator()));
        List<VolunteerId> all = volunteers(organisation);
        scope().inside(organisation, () -> {
            for (int number = 0; number < Math.min(people.volunteers(), all.size()); number++) {
                application
                        .getBean(OwnPages.class)
                        .contact(all.get(number), Optional.of(people.volunteer(number)), Optional.empty(), by);
            }
        });
    }

    /** A third of the proposals of the first night is confirmed. */
    private void decide(OrganisationId organisation) {
        ConfirmingProposals confirming = new ConfirmingProposals(application.getBean(Pairings.class), clock);
        Pairings pairings = application.getBean(Pairings.class);
        CoordinatorId by = new CoordinatorId(id(people.coordinator(0)));
        List<PairingId> proposed = scope().reading(
                        organisation,
                        () -> application
                                .getBean(ProposalViews.class)
                                .list(Narrowed.of(Map.of()).filter(), 1, people.families())
                                .items()
                                .stream()
                                .map(line -> line.id())
                                .toList());
        for (int from = 0; from < proposed.size() / 3; from += DECIDED_AT_ONCE) {
            List<PairingId> some = proposed.subList(from, Math.min(from + DECIDED_AT_ONCE, proposed.size() / 3));
            scope().inside(
                            organisation,
                            () -> some.forEach(id -> confirming.confirm(
                                    id, pairings.find(id).orElseThrow().version(), by)));
        }
    }
}
