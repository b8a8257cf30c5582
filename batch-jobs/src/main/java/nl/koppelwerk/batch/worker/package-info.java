/** More than one machine: the run shares its pieces with worker processes, and what a worker process does. */
@NullMarked
package nl.koppelwerk.batch.worker;

import org.jspecify.annotations.NullMarked;
