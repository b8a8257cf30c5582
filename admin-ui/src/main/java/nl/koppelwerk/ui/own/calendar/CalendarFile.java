package nl.koppelwerk.ui.own.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import nl.koppelwerk.data.answering.OwnPairing;
import org.springframework.context.MessageSource;

/**
 * Own appointments as a file that every calendar reads (RFC 5545). No name and no place stands in it: whoever gets hold of
 * the address learns when, not where or with whom.
 *
 * @param madeAt when the address was made, so that the same appointments are the same file
 */
record CalendarFile(MessageSource messages, Locale language, Instant madeAt) {
    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final String MADE_BY = "-//Koppelwerk//Koppelwerk//NL";

    String of(List<OwnPairing> pairings) {
        VTimeZone zone = Objects.requireNonNull(
                        TimeZoneRegistryFactory.getInstance().createRegistry().getTimeZone(ZONE.getId()))
                .getVTimeZone();
        Calendar calendar = new Calendar()
                .withProdId(MADE_BY)
                .withDefaults()
                .withComponent(zone)
                .getFluentTarget();
        pairings.stream().flatMap(one -> events(one).stream()).forEach(calendar::add);
        return calendar.toString();
    }

    private List<VEvent> events(OwnPairing one) {
        OwnPairing.Dates dates = one.dates();
        List<VEvent> events = new ArrayList<>();
        dates.introduction().ifPresent(at -> events.add(introduction(one, at)));
        day(one, "checkin", dates.checkIn()).ifPresent(events::add);
        day(one, "trial", dates.trialUntil()).ifPresent(events::add);
        return events;
    }

    private VEvent introduction(OwnPairing one, LocalDateTime at) {
        return new VEvent(new PropertyList(List.of(
                uid(one, "introduction"),
                new DtStamp(madeAt),
                new Sequence(one.dates().changes()),
                new DtStart<>(at.atZone(ZONE)),
                new DtEnd<>(at.atZone(ZONE).plusHours(1)),
                new Summary(say("introduction")),
                new Description(say("where")))));
    }

    private Optional<VEvent> day(OwnPairing one, String what, Optional<LocalDate> on) {
        return on.map(day -> new VEvent(new PropertyList(List.of(
                uid(one, what + " " + (what.equals("checkin") ? day : "")),
                new DtStamp(madeAt),
                new DtStart<>(day),
                new DtEnd<>(day.plusDays(1)),
                new Summary(say(what))))));
    }

    private static Property uid(OwnPairing one, String what) {
        byte[] name = (one.id().value() + " own " + what).getBytes(StandardCharsets.UTF_8);
        return new Uid(UUID.nameUUIDFromBytes(name) + "@koppelwerk");
    }

    private String say(String what) {
        return messages.getMessage("own.calendar.event." + what, new Object[0], language);
    }
}
