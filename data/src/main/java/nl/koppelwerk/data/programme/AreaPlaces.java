package nl.koppelwerk.data.programme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.koppelwerk.data.reference.PostcodeFile;
import nl.koppelwerk.data.store.Places;
import nl.koppelwerk.domain.place.Place;
import nl.koppelwerk.domain.place.Postcode;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The postcodes of an area: those that were imported, and those that come with the software. */
final class AreaPlaces {
    private final Places places;

    AreaPlaces(JdbcClient jdbc) {
        this.places = new Places(jdbc);
    }

    /** Municipalities that no known postcode lies in: a slip of the pen would leave every family out. */
    List<String> unknown(ProgrammeFile.Area area) {
        Set<String> known = new HashSet<>();
        places.list().forEach(place -> known.add(place.municipality()));
        packaged().forEach(place -> known.add(place.municipality()));
        return area.municipalities().stream()
                .filter(name -> !known.contains(name))
                .toList();
    }

    /** Adds what comes with the software and is not there yet; imported postcodes stay as they are. */
    void add(ProgrammeFile.Area area) {
        Set<Postcode> there = places.list().stream().map(Place::postcode).collect(Collectors.toSet());
        Set<Postcode> named = area.named();
        places.saveAll(packaged().stream()
                .filter(place -> !there.contains(place.postcode()))
                .filter(place -> named.contains(place.postcode())
                        || area.municipalities().contains(place.municipality()))
                .toList());
    }

    private static List<Place> packaged() {
        try {
            return Stream.concat(PostcodeFile.packaged().stream(), PostcodeFile.ofMoreMunicipalities().stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the software's own postcodes cannot be read", e);
        }
    }
}
