package nl.koppelwerk.ui.sharing;

import java.time.LocalDate;
import java.util.Optional;

/** What somebody told of another programme. */
enum Told {
    GIVEN,
    WITHDRAWN;

    /** A yes was said on a day. */
    boolean possible(Optional<LocalDate> day) {
        return this == WITHDRAWN || day.isPresent();
    }

    /** Of a yes; what is taken back is taken back now. */
    Optional<LocalDate> day(Optional<LocalDate> day) {
        return this == GIVEN ? day : Optional.empty();
    }
}
