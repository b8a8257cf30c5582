package nl.koppelwerk.data.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.referral.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DatabaseExtension.class)
class KeptServicesTest {
    private final TestDatabase database;
    private final KeptServices services;

    KeptServicesTest(TestDatabase database) {
        this.database = database;
        this.services =
                new KeptServices(database.jdbc(), Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC));
    }

    @Test
    void aDirectoryIsKeptWholeAndReadTwiceChangesNothing() {
        OrganisationId here = database.organisation("directory");
        OrganisationId there = database.organisation("other directory");

        assertThat(save(here, ShippedServices.text())).isEqualTo(new KeptServices.Saved(8, 0, 0));
        assertThat(save(here, ShippedServices.text())).isEqualTo(new KeptServices.Saved(0, 0, 8));
        assertThat(save(here, ShippedServices.text().replace("\"Zes lessen", "\"Zeven lessen")))
                .isEqualTo(new KeptServices.Saved(0, 1, 7));

        assertThat(database.scope().reading(here, services::services))
                .hasSize(8)
                .extracting(Service::description)
                .contains("Zeven lessen over geld en toeslagen.");
        assertThat(database.scope()
                        .reading(here, () -> read(Hsds.write(services.list())))
                        .entries())
                .as("what is written can be read")
                .hasSize(8);
        assertThat(database.scope().reading(there, services::services)).isEmpty();
    }

    private KeptServices.Saved save(OrganisationId organisation, String text) {
        return database.scope().inside(organisation, () -> services.save(organisation, read(text)));
    }

    private static Directory.Read read(String text) {
        return (Directory.Read) Hsds.read("services.json", text);
    }
}
