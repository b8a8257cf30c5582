/** Who signed up, for the coordinators who take it over. */
@NullMarked
package nl.koppelwerk.ui.registration;

import org.jspecify.annotations.NullMarked;
