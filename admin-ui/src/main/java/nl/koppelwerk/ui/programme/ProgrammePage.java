package nl.koppelwerk.ui.programme;

import java.util.List;
import java.util.stream.Collectors;
import nl.koppelwerk.data.programme.ProgrammeFile;
import nl.koppelwerk.data.programme.ProgrammeLoads;
import nl.koppelwerk.domain.place.Postcode;

/**
 * A programme as its page shows it.
 *
 * @param text in the reader's language
 * @param load what it carries now
 */
record ProgrammePage(ProgrammeFile file, ProgrammeFile.Text text, ProgrammeLoads.Load load) {
    /** {@code 2317, 2318}. */
    public String postcodes(List<Postcode> postcodes) {
        return postcodes.stream().map(Postcode::toString).collect(Collectors.joining(", "));
    }

    public String municipalities() {
        return String.join(", ", file.area().municipalities());
    }

    public String weeks() {
        return file.checkIns().weeks().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /** Of the places that staff can carry, how many are taken, 0 to 100. */
    public int taken() {
        return file.capacity()
                .staff()
                .map(staff -> Math.min(100, 100 * load.pairings() / staff.places()))
                .orElse(0);
    }

    public boolean full() {
        return file.capacity()
                .staff()
                .filter(staff -> load.pairings() >= staff.places())
                .isPresent();
    }
}
