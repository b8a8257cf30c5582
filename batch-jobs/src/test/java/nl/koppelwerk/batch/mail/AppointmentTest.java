package nl.koppelwerk.batch.mail;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.validate.ValidationEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppointmentTest {
    private static Appointment at(LocalDateTime at, String place) {
        return new Appointment(new UUID(3, 7), 2, at, "Kennismaking", place, Instant.parse("2026-11-22T08:05:00Z"));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-26T15:30, 2026-11-26T14:30:00Z", "2026-07-02T15:30, 2026-07-02T13:30:00Z"})
    void aCalendarReadsTheSameMomentInWinterAndInSummer(LocalDateTime here, Instant moment)
            throws IOException, ParserException {
        Calendar calendar = new CalendarBuilder()
                .build(new StringReader(at(here, "Huis van de Wijk").toText()));

        assertThat(calendar.validate().getEntries())
                .extracting(ValidationEntry::getMessage)
                .isEmpty();
        VEvent event = (VEvent) calendar.getComponents("VEVENT").getFirst();
        assertThat(Instant.from(requireNonNull(event.getDateTimeStart()).getDate()))
                .isEqualTo(moment);
        assertThat(Instant.from(requireNonNull(event.getDateTimeEnd()).getDate()))
                .isEqualTo(moment.plusSeconds(3600));
    }

    @Test
    void whatPeopleTypeCannotAddLinesOfItsOwn() {
        String text = at(LocalDateTime.parse("2026-11-26T15:30"), "Zaal 2; linksaf,\nATTENDEE:mailto:x@y.nl")
                .toText();

        assertThat(text.lines())
                .contains("LOCATION:Zaal 2\\; linksaf\\,\\nATTENDEE:mailto:x@y.nl", "SEQUENCE:2", "BEGIN:VTIMEZONE")
                .noneMatch(line -> line.startsWith("ATTENDEE"));
        assertThat(text).startsWith("BEGIN:VCALENDAR\r\n").contains("DTSTART;TZID=Europe/Amsterdam:20261126T153000");
    }
}
