package nl.koppelwerk.data.mail;

import java.util.Optional;
import java.util.UUID;

/**
 * A mail in plain text.
 *
 * @param id the same for the same mail, so that a reminder that is asked for twice goes out once
 * @param calendar an appointment to attach, as iCalendar text
 */
public record Mail(UUID id, String recipient, String subject, String body, Optional<String> calendar) {
    public Mail {
        if (subject.isBlank() || subject.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("mail " + id + " needs a subject of one line");
        }
    }

    public static Mail of(UUID id, String recipient, String subject, String body) {
        return new Mail(id, recipient, subject, body, Optional.empty());
    }

    @Override
    public String toString() {
        return "mail " + id;
    }
}
