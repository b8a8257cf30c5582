package nl.koppelwerk.trust.abuse;

import de.siegmar.fastcsv.reader.CsvReader;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import nl.koppelwerk.batch.mail.MailSending;
import nl.koppelwerk.batch.mail.MailServer;
import nl.koppelwerk.data.mail.OutgoingMails;
import nl.koppelwerk.trust.abuse.Surfer.Download;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.xml.sax.SAXException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Files to take along and mail, after things were typed that want to be more than text in them. */
final class TakenAlong {
    private static final Set<String> HEADERS = Set.of(
            "Date",
            "From",
            "To",
            "Message-ID",
            "Subject",
            "MIME-Version",
            "Content-Type",
            "Content-Transfer-Encoding",
            "Auto-Submitted");

    /** When every mail is due. */
    private static final Clock LATER = Clock.fixed(Instant.parse("2100-01-01T00:00:00Z"), ZoneOffset.UTC);

    private final Held formulas = new Held("No cell of a file starts a formula");
    private final Held whole = new Held("A file is what its kind says, with nothing put in that runs or begins anew");
    private final Held mails = new Held("No mail has a header or a receiver that somebody typed");

    List<Held> held() {
        return List.of(formulas, whole, mails);
    }

    void look(Download file) {
        if (file.status() != 200) {
            whole.expect(file.status() < 500, file.address() + ": " + file.status());
            return;
        }
        String kind = file.type().replaceAll(";.*", "");
        String text = new String(file.bytes(), StandardCharsets.UTF_8);
        switch (kind) {
            case "text/csv" -> cells(file, text);
            case "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" -> sheet(file);
            case "application/json" -> whole.expect(isJson(text), file.address() + " is no JSON");
            case "image/svg+xml" -> whole.expect(isXml(text) && !text.contains("<script"), file.address());
            case "text/calendar" -> whole.expect(isCalendar(text), file.address() + " has more in it than was meant");
            case "application/pdf" -> {
                String plain = new String(file.bytes(), StandardCharsets.ISO_8859_1);
                whole.expect(
                        plain.startsWith("%PDF-")
                                && !plain.contains("/JavaScript")
                                && !plain.contains("/Launch")
                                && !plain.contains("/EmbeddedFile"),
                        file.address() + " runs something");
            }
            default ->
                whole.expect(
                        !kind.equals("text/html") || !text.contains(Payloads.ALARM + "(1)<"),
                        file.address() + " is " + kind);
        }
    }

    private void cells(Download file, String text) {
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        char separator = plain.lines().findFirst().orElse("").contains(";") ? ';' : ',';
        CsvReader.builder()
                .fieldSeparator(separator)
                .ofCsvRecord(plain)
                .forEach(row -> row.getFields()
                        .forEach(cell ->
                                formulas.expect(!startsFormula(cell), file.address() + ": " + Nasty.shown(cell))));
    }

    private static boolean startsFormula(String cell) {
        return cell.matches("(?s)^[=+\\-@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20].*")
                && !cell.matches("-?\\d+([.,]\\d+)?|[+]?[0-9 ]+|-|–");
    }

    private void sheet(Download file) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file.bytes()))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                String text = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                if (part.getName().endsWith(".xml")) {
                    whole.expect(isXml(text), file.address() + " " + part.getName() + " is no XML");
                    formulas.expect(!text.matches("(?s).*<f[ >].*"), file.address() + " " + part.getName());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isJson(String text) {
        try {
            JsonMapper.shared().readTree(text);
            return true;
        } catch (JacksonException e) {
            return false;
        }
    }

    private static boolean isXml(String text) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.newDocumentBuilder().parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
            return true;
        } catch (SAXException | IOException e) {
            return false;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every line that is not the rest of another is a property of ours, and whatever begins ends. */
    private static boolean isCalendar(String text) {
        List<String> open = new ArrayList<>();
        for (String line : text.replaceAll("\\r\\n[ \\t]", "").split("\\r\\n", -1)) {
            if (line.startsWith("BEGIN:")) {
                open.add(line.substring(6));
            } else if (line.startsWith("END:")
                    && (open.isEmpty() || !open.removeLast().equals(line.substring(4)))) {
                return false;
            } else if (line.contains("\n") || line.startsWith("SUMMARY:kwaad")) {
                return false;
            }
        }
        return open.isEmpty();
    }

    /** Hands every mail that waits to somebody who reads it as it goes out. */
    void mails(Grounds grounds) {
        JavaMailSenderImpl reader = new JavaMailSenderImpl() {
            @Override
            protected void doSend(MimeMessage[] messages, Object @Nullable [] originals) {
                for (MimeMessage message : messages) {
                    read(message);
                }
            }
        };
        var scope = grounds.database().scope();
        new MailSending(
                        scope,
                        new OutgoingMails(grounds.database().jdbc(), LATER),
                        new MailServer(Optional.of(reader), "koppelwerk@voorbeeld.example"))
                .send(grounds.objects().own);
    }

    private void read(MimeMessage message) {
        try {
            message.saveChanges();
            List<String> odd = new ArrayList<>();
            Enumeration<jakarta.mail.Header> headers = message.getAllHeaders();
            while (headers.hasMoreElements()) {
                String name = headers.nextElement().getName();
                if (!HEADERS.contains(name)) {
                    odd.add(name);
                }
            }
            mails.expect(
                    odd.isEmpty() && message.getAllRecipients().length == 1,
                    odd + " in a mail to " + message.getAllRecipients().length);
        } catch (MessagingException e) {
            mails.expect(false, "a mail that cannot be written: " + e.getClass().getSimpleName());
        }
    }
}
