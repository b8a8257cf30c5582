package nl.koppelwerk.ui.people;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.account.Account;
import nl.koppelwerk.data.account.Accounts;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.signin.FailedAttempts;
import nl.koppelwerk.data.signin.KnownBrowsers;
import nl.koppelwerk.ui.shell.Visit;
import org.springframework.stereotype.Component;

/**
 * Slows guessing down without keeping anybody out: counted is an address together with the network that tries it, the
 * network as a whole, and for a browser that the owner signed in with before only that browser itself.
 */
@Component
class GuessingBrake {
    static final int FREE = 5;
    private static final int FREE_OF_A_NETWORK = 100;

    private final FailedAttempts failed;
    private final KnownBrowsers browsers;
    private final Accounts accounts;
    private final OrganisationScope scope;

    GuessingBrake(FailedAttempts failed, KnownBrowsers browsers, Accounts accounts, OrganisationScope scope) {
        this.failed = failed;
        this.browsers = browsers;
        this.accounts = accounts;
        this.scope = scope;
    }

    /**
     * Counts an attempt before it is made.
     *
     * @throws TooManyAttempts when it is to wait
     */
    void beforePassword(String email, Visit visit) {
        if (knows(email, visit)) {
            admit("browser " + visit.known(), FREE);
        } else {
            admit("network " + visit.network(), FREE_OF_A_NETWORK);
            admit(pair(email, visit), FREE);
        }
    }

    void afterPassword(String email, Visit visit) {
        failed.forget("browser " + visit.known());
        failed.forget(pair(email, visit));
        failed.takeBack("network " + visit.network());
    }

    /** @throws TooManyAttempts when the next code is to wait */
    void beforeCode(UUID account, Visit visit) {
        admit(code(account, visit), FREE);
    }

    void afterCode(UUID account, Visit visit) {
        failed.forget(code(account, visit));
    }

    /** Whether one more mail may go to this address; the same for one that nobody has. */
    boolean admitsMail(String email) {
        return failed.admit("mail " + Account.address(email), FREE).isEmpty();
    }

    private void admit(String subject, int free) {
        Optional<Duration> wait = failed.admit(subject, free);
        if (wait.isPresent()) {
            throw new TooManyAttempts(wait.get());
        }
    }

    private boolean knows(String email, Visit visit) {
        return !visit.known().isEmpty()
                && accounts.findForSignIn(email)
                        .map(account -> scope.<Boolean>inside(
                                account.organisation(), () -> browsers.knows(account.id(), visit.known())))
                        .orElse(false);
    }

    private static String pair(String email, Visit visit) {
        return "address " + Account.address(email) + " from " + visit.network();
    }

    private static String code(UUID account, Visit visit) {
        return "code " + account + " from " + visit.network();
    }
}
