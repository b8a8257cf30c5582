/** The commands about nightly runs: start one, list them, check one, repeat one. */
@NullMarked
package nl.koppelwerk.command.night;

import org.jspecify.annotations.NullMarked;
