/** New keys for what is encrypted. */
@NullMarked
package nl.koppelwerk.command.keys;

import org.jspecify.annotations.NullMarked;
