package nl.koppelwerk.data.view.person;

import java.time.LocalDate;
import java.util.Optional;
import nl.koppelwerk.domain.family.SupportRequest;

/**
 * A request on the page of its family.
 *
 * @param programme code
 * @param closedOn empty: open
 * @param reason why it was closed, or opened again
 * @param seen number of its last change
 */
public record RequestEntry(
        SupportRequest request, String programme, Optional<LocalDate> closedOn, Optional<String> reason, long seen) {}
