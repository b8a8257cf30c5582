package nl.koppelwerk.batch.mail;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import nl.koppelwerk.batch.own.Freshness;
import nl.koppelwerk.batch.own.SignUps;
import nl.koppelwerk.data.account.AccountViews;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.erasure.KeptFiles;
import nl.koppelwerk.data.mail.Outbox;
import nl.koppelwerk.data.mail.OutgoingMails;
import nl.koppelwerk.data.own.Questions;
import nl.koppelwerk.data.person.PausingVolunteers;
import nl.koppelwerk.data.retention.Retention;
import nl.koppelwerk.data.signup.NeedsNearby;
import nl.koppelwerk.data.signup.Registrations;
import nl.koppelwerk.data.store.Organisations;
import nl.koppelwerk.data.view.CareViews;
import nl.koppelwerk.data.view.PairingViews;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.mail.javamail.JavaMailSender;

/** Mail as beans; the schedule starts it. Spring makes a sender only where {@code spring.mail.host} is set. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
public class MailSendingConfiguration {
    @Bean
    MailServer mailServer(ObjectProvider<JavaMailSender> sender, MailSettings settings) {
        Optional<JavaMailSender> server = Optional.ofNullable(sender.getIfAvailable());
        return new MailServer(
                server.or(() -> Optional.ofNullable(settings.folder()).map(MailFolder::new)), settings.from());
    }

    @Bean
    KeptFiles mailFiles(MailSettings settings) {
        return new MailFiles(Optional.ofNullable(settings.folder()));
    }

    @Bean
    MailSending mailSending(OrganisationScope scope, OutgoingMails mails, MailServer server) {
        return new MailSending(scope, mails, server);
    }

    @Bean
    Digests digests(OrganisationScope scope, Outbox outbox, CareViews care, Clock clock, Environment settings) {
        String here = "http://localhost:" + settings.getProperty("server.port", "8080");
        String site = settings.getProperty("koppelwerk.site.address", here);
        return new Digests(scope, outbox, care, clock, site);
    }

    @Bean
    Reminders reminders(OrganisationScope scope, Outbox outbox, PairingViews pairings, Clock clock) {
        return new Reminders(scope, outbox, pairings, clock);
    }

    @Bean
    Freshness freshness(
            OrganisationScope scope,
            Questions questions,
            PausingVolunteers pausing,
            Outbox outbox,
            Clock clock,
            Environment settings) {
        String here = "http://localhost:" + settings.getProperty("server.port", "8080");
        String site = settings.getProperty("koppelwerk.site.address", here);
        return new Freshness(scope, questions, pausing, new Freshness.Post(outbox, clock, site));
    }

    @Bean
    SignUps signUps(
            OrganisationScope scope, NeedsNearby needs, Registrations registrations, Retention retention, Clock clock) {
        return new SignUps(scope, needs, registrations, retention, clock);
    }

    @Bean
    MailRound.OwnPages ofOwnPages(Freshness freshness, SignUps signUps) {
        return new MailRound.OwnPages(freshness, signUps);
    }

    @Bean
    MailRound.Morning mailMorning(
            Digests digests,
            Reminders reminders,
            MailRound.OwnPages own,
            OrganisationScope scope,
            AccountViews accounts,
            MailSettings settings,
            Clock clock) {
        return new MailRound.Morning(
                digests, reminders, own, scope, accounts, settings.digest(), clock, new ConcurrentHashMap<>());
    }

    @Bean
    MailRound mailRound(
            Organisations organisations, MailRound.Morning morning, MailSending sending, MailServer server) {
        return new MailRound(organisations, morning, sending, server);
    }
}
