/** The rules and weights of each programme: reading them, changing them on a draft, trying that, putting it to use. */
@NullMarked
package nl.koppelwerk.ui.rules;

import org.jspecify.annotations.NullMarked;
