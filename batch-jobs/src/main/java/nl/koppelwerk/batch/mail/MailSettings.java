package nl.koppelwerk.batch.mail;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mail goes out, once a mail server is named ({@code spring.mail.host}); without one it waits.
 *
 * @param from address that mail comes from
 * @param digest when the digest of the day is made, on the wall clock
 * @param every how often what waits is looked at
 * @param folder where mail goes as files while no mail server is named; absent: it waits
 */
@ConfigurationProperties("koppelwerk.mail")
public record MailSettings(
        @DefaultValue("koppelwerk@localhost") String from,
        @DefaultValue("07:00") LocalTime digest,
        @DefaultValue("1m") Duration every,
        @Nullable Path folder) {}
