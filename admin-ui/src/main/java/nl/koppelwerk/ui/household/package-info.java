/** The page on which a family, or who brought it, sees where its request stands. */
@NullMarked
package nl.koppelwerk.ui.household;

import org.jspecify.annotations.NullMarked;
