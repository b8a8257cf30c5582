/** What a coordinator estimated about one pairing: what would have happened without it, and what did happen. */
@NullMarked
package nl.koppelwerk.avoidedcost.review;

import org.jspecify.annotations.NullMarked;
