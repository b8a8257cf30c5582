package nl.koppelwerk.batch.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import nl.koppelwerk.data.mail.Mail;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/** The mail server, if one is set: without it mail is off, and everything waits. */
public final class MailServer {
    private final Optional<JavaMailSender> sender;
    private final String from;

    public MailServer(Optional<JavaMailSender> sender, String from) {
        this.sender = sender;
        this.from = from;
    }

    public boolean on() {
        return sender.isPresent();
    }

    /**
     * Hands one mail over.
     *
     * @throws MailException when the server cannot be reached or does not take it
     */
    void send(Mail mail) {
        JavaMailSender server = sender.orElseThrow(() -> new IllegalStateException("mail is off"));
        server.send(message(server, mail));
    }

    private MimeMessage message(JavaMailSender server, Mail mail) {
        MimeMessage message = server.createMimeMessage();
        try {
            MimeMessageHelper parts =
                    new MimeMessageHelper(message, mail.calendar().isPresent(), StandardCharsets.UTF_8.name());
            parts.setFrom(from);
            parts.setTo(mail.recipient());
            parts.setSubject(mail.subject());
            parts.setText(mail.body());
            if (mail.calendar().isPresent()) {
                parts.addAttachment(
                        "afspraak.ics",
                        new ByteArrayResource(mail.calendar().get().getBytes(StandardCharsets.UTF_8)),
                        "text/calendar; charset=UTF-8; method=PUBLISH");
            }
            message.setHeader("Auto-Submitted", "auto-generated");
        } catch (MessagingException e) {
            throw new MailPreparationException("mail " + mail.id() + " cannot be written", e);
        }
        return message;
    }
}
