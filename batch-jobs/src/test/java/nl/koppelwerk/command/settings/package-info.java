/** Settings that can be meant and settings that cannot. */
@NullMarked
package nl.koppelwerk.command.settings;

import org.jspecify.annotations.NullMarked;
