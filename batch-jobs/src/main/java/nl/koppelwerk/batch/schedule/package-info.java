/** When the nightly work starts by itself. */
@NullMarked
package nl.koppelwerk.batch.schedule;

import org.jspecify.annotations.NullMarked;
