/** Problems and plans as files: our own JSON, and published assignment problems as they are. */
@NullMarked
package nl.koppelwerk.format;

import org.jspecify.annotations.NullMarked;
