/** Languages and how well somebody speaks them. */
@NullMarked
package nl.koppelwerk.domain.language;

import org.jspecify.annotations.NullMarked;
