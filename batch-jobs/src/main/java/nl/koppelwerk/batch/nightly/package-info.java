/** The nightly matching as a job: one attempt under a lock, in steps that can each be the last before a crash. */
@NullMarked
package nl.koppelwerk.batch.nightly;

import org.jspecify.annotations.NullMarked;
