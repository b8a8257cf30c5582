/** The record of nightly runs: what they were decided on, what they proposed, and publishing it in one go. */
@NullMarked
package nl.koppelwerk.data.run;

import org.jspecify.annotations.NullMarked;
