package nl.koppelwerk.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.ui.RunningPages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@ExtendWith(DatabaseExtension.class)
class DoorkeeperTest {
    private final Doorkeeper doorkeeper = new Doorkeeper();

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void everyPageOfOursSaysWhoMayEnter(TestDatabase database) {
        try (RunningPages pages = new RunningPages(database)) {
            List<HandlerMethod> ours = pages
                    .context()
                    .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                    .getHandlerMethods()
                    .values()
                    .stream()
                    .filter(method -> method.getBeanType().getName().startsWith("nl.koppelwerk"))
                    .toList();

            assertThat(ours)
                    .hasSizeGreaterThan(5)
                    .allSatisfy(method -> assertThat(Doorkeeper.openTo(method))
                            .as(method.getShortLogMessage())
                            .isPresent());
        }
    }

    @Test
    void whoHasTheRoleOfThePageMayEnter() throws NoSuchMethodException {
        signIn(Role.COORDINATOR);

        assertThat(enter("ofCoordinators")).isTrue();
        assertThatThrownBy(() -> enter("ofReaders")).isInstanceOf(AccessDeniedException.class);
        assertThat(enter("ofEverybody")).isTrue();
    }

    @Test
    void aPageThatSaysNothingStaysShut() {
        signIn(Role.ADMINISTRATOR);

        assertThatThrownBy(() -> enter("forgotten")).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void whoIsNotSignedInEntersOnlyWhatIsOpenToEverybody() throws NoSuchMethodException {
        assertThat(enter("ofEverybody")).isTrue();
        assertThatThrownBy(() -> enter("ofCoordinators")).isInstanceOf(AccessDeniedException.class);
    }

    private static void signIn(Role role) {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("x", "y", "ROLE_" + role));
    }

    private boolean enter(String page) throws NoSuchMethodException {
        HandlerMethod method = new HandlerMethod(new Pages(), page);
        return doorkeeper.preHandle(new MockHttpServletRequest(), new MockHttpServletResponse(), method);
    }

    /** Stands for a controller. */
    static class Pages {
        @OpenTo(Role.COORDINATOR)
        public void ofCoordinators() {}

        @OpenTo({Role.MUNICIPAL_READER, Role.SYSTEM_ADMINISTRATOR})
        public void ofReaders() {}

        @OpenTo({})
        public void ofEverybody() {}

        public void forgotten() {}
    }
}
