/** The work that runs without anybody watching, and what all of it stands on: Spring Batch with its tables. */
@NullMarked
package nl.koppelwerk.batch;

import org.jspecify.annotations.NullMarked;
