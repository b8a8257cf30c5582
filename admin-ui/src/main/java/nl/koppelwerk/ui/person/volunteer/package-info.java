/** Volunteers: the list, the page of one, and the forms. */
@NullMarked
package nl.koppelwerk.ui.person.volunteer;

import org.jspecify.annotations.NullMarked;
