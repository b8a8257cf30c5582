package nl.koppelwerk.ui.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import java.io.IOException;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.ui.HttpVisitor;
import nl.koppelwerk.ui.RunningPages;
import nl.koppelwerk.ui.Town;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DatabaseExtension.class)
class ProviderSignInTest {
    private static final String NOOR = "coordinator@koppelwerk.example";

    @Test
    void whoHasAnAccountComesInAtTheProviderAndNobodyElseDoes(TestDatabase database) throws IOException, JOSEException {
        OrganisationId organisation = Town.emptyTown(database, "Samen Sterk Rotterdam", NOOR);
        database.scope().inside(organisation, () -> {
            database.jdbc()
                    .sql("update organisation set second_step_required = true")
                    .update();
        });
        String setting = "--spring.security.oauth2.client.";
        try (Provider provider = new Provider();
                RunningPages pages = new RunningPages(
                        database,
                        setting + "registration.werk.client-id=koppelwerk",
                        setting + "registration.werk.client-secret=geheim",
                        setting + "registration.werk.client-name=Werkaccount",
                        setting + "registration.werk.scope=openid,email",
                        setting + "provider.werk.issuer-uri=" + provider.issuer())) {
            provider.knows(NOOR, true);
            assertThat(signIn(pages, provider)).contains("Noor Jansen");
            provider.knows("niemand@koppelwerk.example", true);
            assertThat(signIn(pages, provider)).contains("hoort hier geen account");
            provider.knows(NOOR, false);
            assertThat(signIn(pages, provider)).contains("hoort hier geen account");
            provider.knows(NOOR, true);
            provider.signsFor("iemand-anders");
            assertThat(signIn(pages, provider)).contains("is niet gelukt");
        }
    }

    private static String signIn(RunningPages pages, Provider provider) {
        try (HttpVisitor visitor = new HttpVisitor(pages)) {
            assertThat(visitor.get("/login").body()).contains("Inloggen bij Werkaccount");
            String there = visitor.get("/oauth2/authorization/werk").location().orElseThrow();
            return visitor.follow(visitor.get(provider.authorise(there))).body();
        }
    }
}
