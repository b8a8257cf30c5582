package nl.koppelwerk.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import nl.koppelwerk.batch.BatchApplication;
import nl.koppelwerk.batch.nightly.Night;
import nl.koppelwerk.batch.nightly.NightOrder;
import nl.koppelwerk.batch.nightly.NightProgress;
import nl.koppelwerk.batch.nightly.NightlyRun;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.data.programme.InstallingProgrammes;
import nl.koppelwerk.data.programme.InstallingProgrammes.Outcome;
import nl.koppelwerk.data.programme.ProgrammeFile;
import nl.koppelwerk.data.programme.ProgrammeReading;
import nl.koppelwerk.data.programme.ShippedProgrammes;
import nl.koppelwerk.data.run.Outcome.Proposal;
import nl.koppelwerk.data.run.RunContents;
import nl.koppelwerk.data.run.Runs;
import nl.koppelwerk.data.sample.SampleOrganisation;
import nl.koppelwerk.domain.pairing.RunId;
import nl.koppelwerk.domain.programme.Audience;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.domain.snapshot.Snapshot;
import nl.koppelwerk.matching.Promise;
import nl.koppelwerk.matching.ProposalCheck;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Every programme that comes along, from its file alone. */
@ExtendWith(DatabaseExtension.class)
class ShippedProgrammesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);

    private final ConfigurableApplicationContext application;
    private final OrganisationScope scope;
    private final SpokenConsole spoken = new SpokenConsole(Texts.DUTCH, false);

    ShippedProgrammesTest(TestDatabase database) {
        this.application = new SpringApplicationBuilder(BatchApplication.class)
                .web(WebApplicationType.NONE)
                .properties(database.properties())
                .run();
        this.scope = application.getBean(OrganisationScope.class);
    }

    @AfterEach
    void close() {
        application.close();
    }

    @Test
    void allInstallMatchAndPassTheCheckOnTheirSamplePeople() {
        TreeMap<String, Integer> proposed = new TreeMap<>();
        for (ShippedProgrammes.Shipped shipped : ShippedProgrammes.list()) {
            ProgrammeReading.Good good = (ProgrammeReading.Good) ProgrammeReading.of(shipped.name(), shipped.text());
            OrganisationId organisation = application
                    .getBean(SampleOrganisation.class)
                    .foundEmpty(good.file().organisation());

            assertThat(install(organisation, good)).as(shipped.name()).isEqualTo(new Outcome.New());
            new SamplePeople(spoken.console(), CLOCK).add(application, organisation, good.file());

            proposed.put(good.file().code(), checked(organisation, good.file()));
        }

        assertThat(proposed).hasSizeGreaterThanOrEqualTo(12);
        assertThat(proposed.values()).as("proposals by programme: %s", proposed).allMatch(number -> number >= 3);
    }

    private Outcome install(OrganisationId organisation, ProgrammeReading.Good good) {
        return scope.inside(
                organisation,
                () -> application.getBean(InstallingProgrammes.class).install(organisation, good, Optional.empty()));
    }

    /** How many proposals the night made, none of which breaks a rule. */
    private int checked(OrganisationId organisation, ProgrammeFile file) {
        Night night = application.getBean(NightlyRun.class).run(NightOrder.on(DAY, organisation), NightProgress.NONE);
        assertThat(night).as(file.code()).isInstanceOf(Night.Published.class);
        RunId run = ((Night.Published) night).run();
        Snapshot snapshot = scope.reading(
                organisation,
                () -> application.getBean(Runs.class).findSnapshot(run).orElseThrow());
        Audience audience = snapshot.programmes().getFirst().audience().orElse(Audience.EVERYBODY);
        assertThat(snapshot.families())
                .as("%s: the sample families are families of this programme", file.code())
                .hasSize(file.sample().families())
                .allMatch(family -> audience.includes(family.postcode()))
                .allMatch(family -> !audience.atSchool() || family.school().isPresent());
        assertThat(snapshot.volunteers()).hasSize(file.sample().volunteers());
        List<Proposal> proposals = scope.reading(
                organisation, () -> application.getBean(RunContents.class).proposals(run));
        assertThat(ProposalCheck.breaches(
                        snapshot,
                        proposals.stream()
                                .map(one -> new Promise(one.request(), one.volunteer(), one.dayParts()))
                                .toList()))
                .as(file.code())
                .isEmpty();
        return proposals.size();
    }
}
