/** Families and their requests: the list, the page of one, and the forms. */
@NullMarked
package nl.koppelwerk.ui.person.family;

import org.jspecify.annotations.NullMarked;
