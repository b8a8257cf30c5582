/** Keeping the whole database in a file and putting it back. */
@NullMarked
package nl.koppelwerk.command.backup;

import org.jspecify.annotations.NullMarked;
