package nl.koppelwerk.batch.mail;

import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.koppelwerk.data.account.AccountView;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.mail.Mail;
import nl.koppelwerk.data.mail.Outbox;
import nl.koppelwerk.data.view.CareLine;
import nl.koppelwerk.data.view.CareViews;
import nl.koppelwerk.domain.programme.OrganisationId;

/**
 * One mail a day to each coordinator on what needs care. Families go by their reference, volunteers are not named: mail
 * is read on trains. Its id follows from account and day, so a second one is never made.
 */
public final class Digests {
    private static final Locale DUTCH = Locale.of("nl");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", DUTCH);

    private final OrganisationScope scope;
    private final Outbox outbox;
    private final CareViews care;
    private final Clock clock;
    private final String site;

    /** @param site address of the pages, without a slash at its end */
    public Digests(OrganisationScope scope, Outbox outbox, CareViews care, Clock clock, String site) {
        this.scope = scope;
        this.outbox = outbox;
        this.care = care;
        this.clock = clock;
        this.site = site;
    }

    /** Puts the digests of today in the outbox; done again, it adds none. */
    public void make(OrganisationId organisation, List<AccountView> accounts) {
        LocalDate today = LocalDate.now(clock);
        scope.inside(organisation, () -> {
            List<CareLine> lines = care.list(today);
            for (AccountView account : accounts) {
                List<CareLine> own = lines.stream()
                        .filter(line ->
                                line.coordinator().filter(account.id()::equals).isPresent())
                        .toList();
                if (!own.isEmpty()) {
                    outbox.add(organisation, digest(account, today, own));
                }
            }
        });
    }

    private Mail digest(AccountView account, LocalDate today, List<CareLine> lines) {
        UUID id = UUID.nameUUIDFromBytes(("digest " + account.id() + " " + today).getBytes(StandardCharsets.UTF_8));
        String list = lines.stream().map(this::line).collect(Collectors.joining("\n"));
        String body = text("digest.body", lines.size(), list, site + "/pairings?care=true");
        return Mail.of(id, account.email(), text("digest.subject", lines.size(), DAY.format(today)), body);
    }

    private String line(CareLine line) {
        String what =
                text("care." + line.kind() + line.side().map(side -> "." + side).orElse(""));
        String link = line.pairing()
                .map(pairing -> site + "/pairings/" + pairing.value())
                .orElse(site);
        return text("digest.line", what, line.familyReference().orElse(""), DAY.format(line.due()), link);
    }

    static String text(String key, Object... arguments) {
        String pattern =
                ResourceBundle.getBundle("nl.koppelwerk.batch.mail.mail", DUTCH).getString(key);
        return new MessageFormat(pattern, DUTCH).format(arguments);
    }
}
