/** The audit log in a chain that shows what was done to it afterwards, with its end signed outside the database. */
@NullMarked
package nl.koppelwerk.data.seal;

import org.jspecify.annotations.NullMarked;
