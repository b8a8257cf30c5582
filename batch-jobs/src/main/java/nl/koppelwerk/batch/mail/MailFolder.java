package nl.koppelwerk.batch.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Writes each mail to a file that any mail program opens, for a demonstration or a trial without a mail server. */
final class MailFolder extends JavaMailSenderImpl {
    private final Path folder;

    MailFolder(Path folder) {
        this.folder = folder;
    }

    @Override
    protected void doSend(MimeMessage[] messages, Object @Nullable [] originals) {
        for (MimeMessage message : messages) {
            try {
                write(message);
            } catch (MessagingException | IOException e) {
                throw new MailSendException("a mail cannot be written to " + folder, e);
            }
        }
    }

    /** As text that can be read without a mail program, links whole. */
    private void write(MimeMessage message) throws MessagingException, IOException {
        if (message.isMimeType("text/*")) {
            message.setHeader("Content-Transfer-Encoding", "8bit");
        }
        message.saveChanges();
        String to = message.getAllRecipients()[0].toString().replaceAll("[^A-Za-z0-9@.]", "-");
        Files.createDirectories(folder);
        try (OutputStream file = Files.newOutputStream(Files.createTempFile(folder, to + " ", ".eml"))) {
            message.writeTo(file);
        }
    }
}
