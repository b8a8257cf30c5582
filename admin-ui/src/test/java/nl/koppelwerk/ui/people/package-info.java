/** Tests of signing in and of what follows from it. */
@NullMarked
package nl.koppelwerk.ui.people;

import org.jspecify.annotations.NullMarked;
