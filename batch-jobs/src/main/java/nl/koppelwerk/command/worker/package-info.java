/** The command that lends this computer to the runs of others. */
@NullMarked
package nl.koppelwerk.command.worker;

import org.jspecify.annotations.NullMarked;
