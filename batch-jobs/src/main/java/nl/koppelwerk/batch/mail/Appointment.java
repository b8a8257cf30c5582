package nl.koppelwerk.batch.mail;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;

/**
 * An hour in Europe/Amsterdam as a file that every calendar reads (RFC 5545).
 *
 * @param id stays the same when the appointment moves, so that calendars move it too
 * @param changes how often it moved
 * @param made when this version was made
 */
public record Appointment(UUID id, int changes, LocalDateTime at, String summary, String place, Instant made) {
    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final String MADE_BY = "-//Koppelwerk//Koppelwerk//NL";

    public String toText() {
        VTimeZone zone = Objects.requireNonNull(
                        TimeZoneRegistryFactory.getInstance().createRegistry().getTimeZone(ZONE.getId()))
                .getVTimeZone();
        ZonedDateTime start = at.atZone(ZONE);
        VEvent event = new VEvent(new PropertyList(List.of(
                new Uid(id + "@koppelwerk"),
                new DtStamp(made),
                new Sequence(changes),
                new DtStart<>(start),
                new DtEnd<>(start.plusHours(1)),
                new Summary(summary),
                new Location(place))));
        return new Calendar()
                .withProdId(MADE_BY)
                .withDefaults()
                .withComponent(zone)
                .withComponent(event)
                .getFluentTarget()
                .toString();
    }
}
