package nl.koppelwerk.ui.household;

import java.time.Duration;
import java.util.Optional;
import nl.koppelwerk.data.account.Account;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.household.HouseholdKeys;
import nl.koppelwerk.data.signin.FailedAttempts;
import nl.koppelwerk.ui.shell.FamilyMail;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.TaskExecutor;
import org.springframework.stereotype.Component;

/**
 * Gives families another way in. Whose address it is, is looked up aside, so that neither the answer nor its time tells it;
 * counted are networks, and addresses together with the network that asks.
 */
@Component
class Asking {
    private static final int FREE = 5;
    private static final int FREE_OF_A_NETWORK = 100;
    private static final int FREE_OF_AN_ADDRESS = 30;
    private static final int FREE_CODES = 10;

    private final HouseholdKeys keys;
    private final FailedAttempts asked;
    private final FamilyMail mail;
    private final Aside aside;

    Asking(HouseholdKeys keys, FailedAttempts asked, FamilyMail mail, Aside aside) {
        this.keys = keys;
        this.asked = asked;
        this.mail = mail;
        this.aside = aside;
    }

    /** Where the work is done that the answer does not wait for. */
    @Component
    record Aside(
            OrganisationScope scope,
            @Qualifier("applicationTaskExecutor") TaskExecutor executor) {}

    /**
     * Mails a link to everybody with this address.
     *
     * @return empty: done, whether or not somebody has it; else how long to wait
     */
    Optional<Duration> link(String email, String network) {
        String address = Account.address(email);
        Optional<Duration> wait = asked.admit("household network " + network, FREE_OF_A_NETWORK)
                .or(() -> asked.admit("household address " + address + " from " + network, FREE));
        if (wait.isEmpty()) {
            aside.executor().execute(() -> send(address));
        }
        return wait;
    }

    private void send(String address) {
        if (asked.admit("household address " + address, FREE_OF_AN_ADDRESS).isEmpty()) {
            keys.of(address).forEach(to -> aside.scope().inside(to.household().organisation(), () -> mail.link(to)));
        }
    }

    /** Empty: a code may be tried; else how long to wait. */
    Optional<Duration> mayTry(String network) {
        return asked.admit(codes(network), FREE_CODES);
    }

    /** What stands in the link that a code is worth; one that is good does not count as a try. */
    Optional<String> exchange(String code, String network) {
        Optional<String> key = keys.exchange(code);
        key.ifPresent(good -> asked.takeBack(codes(network)));
        return key;
    }

    private static String codes(String network) {
        return "household code from " + network;
    }
}
