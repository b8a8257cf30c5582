/** The command that lets go of what is past its term, and erases once more who was erased before a backup came back. */
@NullMarked
package nl.koppelwerk.command.retention;

import org.jspecify.annotations.NullMarked;
