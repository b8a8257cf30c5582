package nl.koppelwerk.data.imports;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.koppelwerk.data.imports.row.Reading;
import nl.koppelwerk.data.store.Places;
import nl.koppelwerk.data.store.Programmes;
import nl.koppelwerk.domain.place.Place;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.domain.programme.ProgrammeId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What rows and forms are read against: the programmes and postcodes there are, and the day it is. */
public final class Readings {
    private final JdbcClient jdbc;
    private final Clock clock;

    public Readings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether the reader of this transaction may move somebody from these programmes to those, and still see them. */
    public boolean withinBorders(Set<ProgrammeId> from, Set<ProgrammeId> to) {
        Borders borders = Borders.read(jdbc);
        return borders.holdOneOf(to)
                && from.stream().filter(one -> !to.contains(one)).allMatch(borders::hold)
                && to.stream().filter(one -> !from.contains(one)).allMatch(borders::hold);
    }

    /** Whether the reader of this transaction may keep something of this programme; the database would refuse it. */
    public boolean withinBorders(ProgrammeId programme) {
        return Borders.read(jdbc).hold(programme);
    }

    public Reading of(OrganisationId organisation) {
        Map<String, Reading.KnownProgramme> programmes = new HashMap<>();
        new Programmes(jdbc)
                .list()
                .forEach(programme -> programmes.put(
                        programme.code().toLowerCase(Locale.ROOT),
                        new Reading.KnownProgramme(programme.id(), programme.code(), programme.kinds())));
        return new Reading(
                organisation,
                programmes,
                new Places(jdbc).list().stream().map(Place::postcode).collect(Collectors.toSet()),
                LocalDate.now(clock));
    }
}
