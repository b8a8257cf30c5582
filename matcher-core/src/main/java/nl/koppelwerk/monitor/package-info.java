/** What families and research sheets say together, with the number behind each figure. */
@NullMarked
package nl.koppelwerk.monitor;

import org.jspecify.annotations.NullMarked;
