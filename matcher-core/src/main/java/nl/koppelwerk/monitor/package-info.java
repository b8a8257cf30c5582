/** What research sheets of families say together, with the number of families behind each figure. */
@NullMarked
package nl.koppelwerk.monitor;

import org.jspecify.annotations.NullMarked;
