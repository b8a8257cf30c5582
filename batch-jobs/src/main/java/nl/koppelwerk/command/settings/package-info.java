/** Every setting by name, and whether what somebody set can be meant. */
@NullMarked
package nl.koppelwerk.command.settings;

import org.jspecify.annotations.NullMarked;
