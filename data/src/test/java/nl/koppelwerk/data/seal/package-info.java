/** The chain of the audit log, and everything that can be done to it. */
@NullMarked
package nl.koppelwerk.data.seal;

import org.jspecify.annotations.NullMarked;
