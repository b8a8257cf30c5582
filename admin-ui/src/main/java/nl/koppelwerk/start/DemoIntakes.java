package nl.koppelwerk.start;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import nl.koppelwerk.data.acute.CrisisLines;
import nl.koppelwerk.data.acute.CrisisLines.CrisisLine;
import nl.koppelwerk.data.acute.Emergencies;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.intake.Intakes;
import nl.koppelwerk.data.person.By;
import nl.koppelwerk.data.sample.SampleIntakes;
import nl.koppelwerk.data.sample.SampleSides;
import nl.koppelwerk.data.signup.SignUp.Signal;
import nl.koppelwerk.data.store.Families;
import org.springframework.context.ApplicationContext;

/** What the families of the city told at their intakes, one of them something that cannot wait; and whom to call. */
record DemoIntakes(ApplicationContext application, By by, Clock clock) {
    private static final String CITY = "Rotterdam";
    private static final int ACUTE = 11;

    void make() {
        Families families = application.getBean(Families.class);
        application.getBean(OrganisationScope.class).inside(by.organisation(), () -> {
            new SampleIntakes(application.getBean(Intakes.class), families).add(Optional.empty());
            application.getBean(SampleSides.class).add(LocalDate.now(clock));
            CrisisLine line = new CrisisLine(
                    CITY,
                    "Crisisdienst (verzonnen)",
                    "010 555 01 99",
                    "verzonnen voor de demonstratie",
                    LocalDate.now(clock));
            application.getBean(CrisisLines.class).keep(line, LocalDate.now(clock), by);
            families.list().stream()
                    .skip(ACUTE)
                    .findFirst()
                    .ifPresent(family -> application
                            .getBean(Emergencies.class)
                            .note(family.id(), Set.of(Signal.EMPTY_FRIDGE, Signal.EVICTION), by));
        });
    }
}
