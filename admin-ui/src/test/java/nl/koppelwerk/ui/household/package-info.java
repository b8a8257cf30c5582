/** What a family sees by its link, and what it does not. */
@NullMarked
package nl.koppelwerk.ui.household;

import org.jspecify.annotations.NullMarked;
