package nl.koppelwerk.data.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Map;
import nl.koppelwerk.data.account.AccountConfiguration;
import nl.koppelwerk.data.account.Accounts;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.data.store.Organisations;
import nl.koppelwerk.data.store.StoreConfiguration;
import nl.koppelwerk.pairing.Pairings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

@ExtendWith(DatabaseExtension.class)
class BeansTest {
    @Test
    void aContextWithAClockGetsEveryStoreOnAMigratedDatabase(TestDatabase database) {
        database.organisation("Samen Sterk");
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            for (String property : database.properties()) {
                String[] pieces = property.split("=", 2);
                context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource(pieces[0], Map.of(pieces[0], pieces[1])));
            }
            context.registerBean(Clock.class, () -> Clock.systemUTC());
            context.register(StoreConfiguration.class, RunConfiguration.class, AccountConfiguration.class);
            context.refresh();

            assertThat(context.getBean(Organisations.class).list())
                    .extracting(Organisations.Organisation::name)
                    .containsExactly("Samen Sterk");
            assertThat(context.getBean(Accounts.class).findForSignIn("nobody@koppelwerk.example"))
                    .isEmpty();
            assertThat(context.getBeansOfType(Pairings.class)).hasSize(1);
            assertThat(context.getBeansOfType(Publishing.class)).hasSize(1);
        }
    }
}
