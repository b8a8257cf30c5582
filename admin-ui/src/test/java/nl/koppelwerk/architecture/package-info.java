/** Keeps the structure of all modules, and shows that each of its rules can fail. */
@NullMarked
package nl.koppelwerk.architecture;

import org.jspecify.annotations.NullMarked;
