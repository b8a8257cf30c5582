package nl.koppelwerk.data.sides;

import java.time.LocalDate;
import java.util.Optional;
import nl.koppelwerk.data.erasure.Person;

/**
 * The same household on the other side.
 *
 * @param reference the organisation's own number
 * @param agreedOn the day on which the person said that both may be known together
 * @param account name of who noted it
 * @param later whether the own help is not yet so far that its programme lets the person give
 */
public record OtherSide(
        Person person, String reference, String name, LocalDate agreedOn, Optional<String> account, boolean later) {}
