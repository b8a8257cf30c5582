package nl.koppelwerk.trust.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.ui.RunningPages;
import nl.koppelwerk.ui.Town;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ExtendWith(DatabaseExtension.class)
class StatementsOfPagesTest {
    private static final String FEW = "few@koppelwerk.example";
    private static final String MANY = "many@koppelwerk.example";
    private static final int SMALL = 7;
    private static final int LARGE = 193;
    private static final int MOST = 25;
    private static final List<String> LISTS =
            List.of("proposals", "families", "volunteers", "pairings", "unpaired", "registrations", "runs", "recruit");
    private static final List<String> OTHERS =
            List.of("/morning", "/families?q=a", "/volunteers?q=a", "/referrals", "/services", "/families/duplicates");
    private static final Pattern ONE = Pattern.compile("href=\"(/[a-z]+/[0-9a-f]{8}-[0-9a-f-]{27})\"");

    private final CountedStatements counted = new CountedStatements();

    @Test
    void aPageOfACoordinatorAsksTheDatabaseAsOftenOfALargeOrganisationAsOfASmallOne(TestDatabase database) {
        Town.fill(database, Town.emptyTown(database, "Klein", FEW), SMALL);
        Town.fill(database, Town.emptyTown(database, "Groot", MANY), LARGE);

        try (RunningPages pages = new RunningPages(database, counted.counting())) {
            Map<String, Long> few = statements(pages, FEW);
            Map<String, Long> many = statements(pages, MANY);

            assertThat(many).isEqualTo(few).hasSizeGreaterThan(15);
            assertThat(many.values()).allMatch(statements -> statements <= MOST);
        }
    }

    /** Of each page, and of the first page that each list leads to. */
    private Map<String, Long> statements(RunningPages pages, String reader) {
        MockMvcTester mvc = MockMvcTester.from(
                pages.context(), builder -> builder.apply(springSecurity()).build());
        UserDetails user = pages.context().getBean(UserDetailsService.class).loadUserByUsername(reader);
        Map<String, Long> found = new LinkedHashMap<>();
        for (String list : LISTS) {
            MvcTestResult page = read(mvc, user, "/" + list, "/" + list, found);
            ONE.matcher(text(page))
                    .results()
                    .map(link -> link.group(1))
                    .filter(link -> link.startsWith("/" + list + "/"))
                    .findFirst()
                    .ifPresent(link -> read(mvc, user, link, "one of " + list, found));
        }
        OTHERS.forEach(path -> read(mvc, user, path, path, found));
        return found;
    }

    /** The second time: what is read once for all readers is there then. */
    private MvcTestResult read(MockMvcTester mvc, UserDetails user, String path, String kind, Map<String, Long> found) {
        assertThat(mvc.get().uri(path).with(user(user))).as(path).hasStatusOk();
        CountedStatements.Count before = counted.now();
        MvcTestResult page = mvc.get().uri(path).with(user(user)).exchange();
        found.put(kind, counted.now().since(before).statements());
        return page;
    }

    private static String text(MvcTestResult page) {
        try {
            return page.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
