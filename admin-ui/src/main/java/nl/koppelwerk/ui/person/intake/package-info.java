/** The intake of a family: ten answers first, more later, and what cannot wait. */
@NullMarked
package nl.koppelwerk.ui.person.intake;

import org.jspecify.annotations.NullMarked;
