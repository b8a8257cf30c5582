/** The intake of a family: what is asked, what it answered, and what follows from that. */
@NullMarked
package nl.koppelwerk.data.intake;

import org.jspecify.annotations.NullMarked;
