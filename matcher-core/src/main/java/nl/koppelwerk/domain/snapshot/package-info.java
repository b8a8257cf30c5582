/** What one night is decided on. */
@NullMarked
package nl.koppelwerk.domain.snapshot;

import org.jspecify.annotations.NullMarked;
