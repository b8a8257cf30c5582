/** Whether a night treats groups of families alike: their chance of a proposal and how long they wait. */
@NullMarked
package nl.koppelwerk.fairness;

import org.jspecify.annotations.NullMarked;
