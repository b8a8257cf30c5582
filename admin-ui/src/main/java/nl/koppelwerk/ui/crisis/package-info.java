/** Whom to call in a crisis in each municipality, as the administrator keeps it. */
@NullMarked
package nl.koppelwerk.ui.crisis;

import org.jspecify.annotations.NullMarked;
