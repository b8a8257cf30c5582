/** Matching a night once more in the background, without publishing anything. */
@NullMarked
package nl.koppelwerk.batch.rerun;

import org.jspecify.annotations.NullMarked;
