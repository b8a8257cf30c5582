/** What volunteers answer themselves about the families they were asked for or help. */
@NullMarked
package nl.koppelwerk.data.answering;

import org.jspecify.annotations.NullMarked;
