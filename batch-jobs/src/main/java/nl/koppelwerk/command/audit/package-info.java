/** The command that holds the audit log against the heads that were signed. */
@NullMarked
package nl.koppelwerk.command.audit;

import org.jspecify.annotations.NullMarked;
