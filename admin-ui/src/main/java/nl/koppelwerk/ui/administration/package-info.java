/** For administrators of an organisation: who works here, what each may see, and who saw what. */
@NullMarked
package nl.koppelwerk.ui.administration;

import org.jspecify.annotations.NullMarked;
