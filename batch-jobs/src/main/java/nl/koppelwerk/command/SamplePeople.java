package nl.koppelwerk.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.imports.ImportOutcome;
import nl.koppelwerk.data.imports.Importing;
import nl.koppelwerk.data.intake.Intakes;
import nl.koppelwerk.data.programme.ProgrammeFile;
import nl.koppelwerk.data.sample.ProgrammePeople;
import nl.koppelwerk.data.sample.SampleCity;
import nl.koppelwerk.data.sample.SampleIntakes;
import nl.koppelwerk.data.sample.SampleSides;
import nl.koppelwerk.data.store.Families;
import nl.koppelwerk.data.store.Places;
import nl.koppelwerk.data.store.Programmes;
import nl.koppelwerk.data.store.Volunteers;
import nl.koppelwerk.domain.place.Place;
import nl.koppelwerk.domain.programme.Audience;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.springframework.context.ApplicationContext;

/** Adds the made-up people of a programme, by the same import as real ones. */
final class SamplePeople {
    private static final String MADE_UP = "[A-Za-z0-9]+-[GV]-[0-9]{5}";

    private final Console console;
    private final Clock clock;

    SamplePeople(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    /** Nobody should have to find out later which families are real. */
    void refuseAmongReal(ApplicationContext application, OrganisationId organisation) {
        application.getBean(OrganisationScope.class).reading(organisation, () -> {
            boolean real = application.getBean(Families.class).list().stream()
                            .anyMatch(family -> !family.reference().matches(MADE_UP))
                    || application.getBean(Volunteers.class).list().stream()
                            .anyMatch(volunteer -> !volunteer.reference().matches(MADE_UP));
            if (real) {
                throw new Refusal(ExitCode.FAILED, "programme.sample.real");
            }
            return true;
        });
    }

    void add(ApplicationContext application, OrganisationId organisation, ProgrammeFile file) {
        try {
            Path folder = Files.createTempDirectory("koppelwerk-programme-");
            new ProgrammePeople(file, LocalDate.now(clock), places(application, organisation, file)).write(folder);
            for (String name : List.of(SampleCity.VOLUNTEERS_FILE, SampleCity.FAMILIES_FILE)) {
                add(application, organisation, folder, name);
                Files.delete(folder.resolve(name));
            }
            Files.delete(folder.resolve(SampleCity.POSTCODES_FILE));
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the sample people cannot be written", e);
        }
        application.getBean(OrganisationScope.class).inside(organisation, () -> {
            new SampleIntakes(application.getBean(Intakes.class), application.getBean(Families.class))
                    .add(Optional.of(file));
            if (file.givesAfter().isPresent()) {
                application.getBean(SampleSides.class).add(LocalDate.now(clock));
            }
        });
        console.say(
                "programme.sample.done", file.sample().families(), file.sample().volunteers());
    }

    /** Where the programme works, as the database knows it. */
    private static List<Place> places(ApplicationContext application, OrganisationId organisation, ProgrammeFile file) {
        List<Place> places = application.getBean(OrganisationScope.class).reading(organisation, () -> {
            Audience audience = application.getBean(Programmes.class).list().stream()
                    .filter(programme -> programme.code().equals(file.code()))
                    .findFirst()
                    .flatMap(programme -> programme.audience())
                    .orElse(Audience.EVERYBODY);
            return application.getBean(Places.class).list().stream()
                    .filter(place -> audience.includes(place.postcode()))
                    .toList();
        });
        if (places.isEmpty()) {
            throw new Refusal(ExitCode.FAILED, "programme.sample.no-places");
        }
        return places;
    }

    private static void add(ApplicationContext application, OrganisationId organisation, Path folder, String name) {
        ImportOutcome outcome = application
                .getBean(Importing.class)
                .importFile(organisation, new Importing.Offer(folder.resolve(name), name, folder), rows -> {});
        if (!(outcome instanceof ImportOutcome.Imported imported && imported.rejected() == 0)) {
            throw new IllegalStateException("the programme's own " + name + " is refused: " + outcome);
        }
    }
}
