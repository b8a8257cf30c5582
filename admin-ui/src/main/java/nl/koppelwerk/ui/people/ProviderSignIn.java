package nl.koppelwerk.ui.people;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import nl.koppelwerk.data.account.Account;
import nl.koppelwerk.data.account.Accounts;
import nl.koppelwerk.ui.shell.Coordinator;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/**
 * Who signed in at the organisation's own provider comes in as the account with the same address, when there is one and the
 * provider has verified the address. The second step is the provider's affair.
 */
@Component
class ProviderSignIn implements AuthenticationSuccessHandler {
    private final Accounts accounts;
    private final StaffAccounts staff;
    private final SignedIn signedIn;

    ProviderSignIn(Accounts accounts, StaffAccounts staff, SignedIn signedIn) {
        this.accounts = accounts;
        this.staff = staff;
        this.signedIn = signedIn;
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication shown)
            throws IOException, ServletException {
        Optional<Coordinator> person = address(shown)
                .flatMap(accounts::findForSignIn)
                .filter(Account::enabled)
                .map(staff::coordinator);
        if (person.isPresent()) {
            signedIn.withSecondStep(request, response, person.get(), "provider");
        } else {
            SecurityContextHolder.clearContext();
            request.getSession().invalidate();
            response.sendRedirect(request.getContextPath() + "/login?problem=unknown");
        }
    }

    private static Optional<String> address(Authentication shown) {
        return shown.getPrincipal() instanceof OidcUser user && Boolean.TRUE.equals(user.getEmailVerified())
                ? Optional.ofNullable(user.getEmail())
                : Optional.empty();
    }
}
