/** The command line: what every command shares. Languages, exit codes, refusals in one sentence, progress. */
@NullMarked
package nl.koppelwerk.command;

import org.jspecify.annotations.NullMarked;
