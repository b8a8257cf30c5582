package nl.koppelwerk.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.koppelwerk.batch.nightly.Night;
import nl.koppelwerk.batch.nightly.NightOrder;
import nl.koppelwerk.batch.nightly.NightProgress;
import nl.koppelwerk.batch.nightly.NightlyRun;
import nl.koppelwerk.data.imports.ImportOutcome;
import nl.koppelwerk.data.imports.Importing;
import nl.koppelwerk.data.reference.PostcodeFile;
import nl.koppelwerk.data.sample.SampleCity;
import nl.koppelwerk.data.sample.SampleOrganisation;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.springframework.context.ApplicationContext;

/** The small sample city after a real night: imported from its files and matched by the optimiser. */
public final class SampleNight {
    private static final long SEED = 1;

    private SampleNight() {}

    /** The organisation with its proposals; nobody can sign in to it yet. */
    public static OrganisationId run(ApplicationContext application) {
        OrganisationId organisation =
                application.getBean(SampleOrganisation.class).found(SampleOrganisation.NAME);
        importCity(application.getBean(Importing.class), organisation);
        Night night =
                application.getBean(NightlyRun.class).run(NightOrder.on(Town.DAY, organisation), NightProgress.NONE);
        if (!(night instanceof Night.Published)) {
            throw new IllegalStateException("the sample night ended as " + night);
        }
        return organisation;
    }

    private static void importCity(Importing importing, OrganisationId organisation) {
        try {
            Path folder = Files.createTempDirectory("koppelwerk-city-");
            new SampleCity(SampleCity.SMALL, SEED, Town.DAY, PostcodeFile.packaged()).write(folder);
            for (String file :
                    List.of(SampleCity.POSTCODES_FILE, SampleCity.VOLUNTEERS_FILE, SampleCity.FAMILIES_FILE)) {
                ImportOutcome outcome = importing.importFile(
                        organisation, new Importing.Offer(folder.resolve(file), file, folder), rows -> {});
                if (!(outcome instanceof ImportOutcome.Imported)) {
                    throw new IllegalStateException("the city's own " + file + " is refused: " + outcome);
                }
                Files.delete(folder.resolve(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
