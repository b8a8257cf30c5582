package nl.koppelwerk.batch.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.koppelwerk.data.erasure.KeptFiles;
import nl.koppelwerk.data.erasure.Traces;

/** Mail that was written to a folder: what tells of a person goes as a whole. */
final class MailFiles implements KeptFiles {
    private final Optional<Path> folder;

    MailFiles(Optional<Path> folder) {
        this.folder = folder;
    }

    @Override
    public long without(Traces person, boolean really) {
        if (folder.filter(Files::isDirectory).isEmpty()) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder.get())) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .filter(file -> person.in(text(file)))
                    .filter(file -> !really || removed(file))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException("mail in " + folder.get(), e);
        }
    }

    private static boolean removed(Path file) {
        try {
            return Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("mail " + file, e);
        }
    }

    private static String text(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), content);
            String to = Arrays.toString(message.getAllRecipients());
            String subject = Optional.ofNullable(message.getSubject()).orElse("");
            return to + "\n" + MimeUtility.decodeText(subject) + "\n" + text((Part) message);
        } catch (IOException e) {
            throw new UncheckedIOException("mail " + file, e);
        } catch (MessagingException e) {
            throw new UncheckedIOException("mail " + file, new IOException(e));
        }
    }

    private static String text(Part part) throws MessagingException, IOException {
        Object content = part.getContent();
        if (content instanceof Multipart parts) {
            StringBuilder all = new StringBuilder();
            for (int number = 0; number < parts.getCount(); number++) {
                BodyPart one = parts.getBodyPart(number);
                all.append(text((Part) one)).append('\n');
            }
            return all.toString();
        }
        return content instanceof InputStream bytes
                ? new String(bytes.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                : String.valueOf(content).lines().collect(Collectors.joining("\n"));
    }
}
