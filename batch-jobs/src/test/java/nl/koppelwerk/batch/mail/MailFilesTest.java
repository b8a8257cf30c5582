package nl.koppelwerk.batch.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import nl.koppelwerk.data.erasure.Traces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mail.javamail.MimeMessageHelper;

class MailFilesTest {
    private static final Traces FATMA =
            new Traces(java.util.List.of("Fátma Şen", "fatma@voorbeeld.example", "V-00213"));

    private static void write(Path folder, String to, String subject, String body, Optional<String> attached)
            throws jakarta.mail.MessagingException {
        MailFolder mails = new MailFolder(folder);
        jakarta.mail.internet.MimeMessage message = mails.createMimeMessage();
        MimeMessageHelper helper = new MimeMessageHelper(message, attached.isPresent(), "UTF-8");
        helper.setTo(to);
        helper.setSubject(subject);
        helper.setText(body);
        if (attached.isPresent()) {
            byte[] bytes = attached.get().getBytes(java.nio.charset.StandardCharsets.UTF_8);
            helper.addAttachment("afspraak.ics", () -> new java.io.ByteArrayInputStream(bytes), "text/calendar");
        }
        mails.send(message);
    }

    private static long count(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    @Test
    void mailToAndAboutSomebodyIsRemovedHoweverItWasWritten(@TempDir Path folder) throws Exception {
        write(folder, "fatma@voorbeeld.example", "Vraag", "Dag", Optional.empty());
        write(folder, "noor@voorbeeld.example", "Over Fátma Şen", "Dag", Optional.empty());
        write(folder, "noor@voorbeeld.example", "Afspraak", "Kom ook, zegt Fátma Şen.", Optional.of("BEGIN:VCALENDAR"));
        write(folder, "noor@voorbeeld.example", "Afspraak", "Kom ook", Optional.of("SUMMARY:Fátma Şen"));
        write(folder, "noor@voorbeeld.example", "Fátma Şenol is een ander", "V-002134 ook", Optional.empty());
        MailFiles files = new MailFiles(Optional.of(folder));

        assertThat(files.without(FATMA, false)).isEqualTo(4);
        assertThat(count(folder)).isEqualTo(5);
        assertThat(files.without(FATMA, true)).isEqualTo(4);
        assertThat(count(folder)).isEqualTo(1);
    }
}
