/** The fault suite: the application is killed, cut off and starved at every point where it matters, and started again. */
@NullMarked
package nl.koppelwerk.trust.faults;

import org.jspecify.annotations.NullMarked;
