/** Workers, on a real database. */
@NullMarked
package nl.koppelwerk.batch.worker;

import org.jspecify.annotations.NullMarked;
