/** What a unit of care and a pairing cost, in cents, with the source of each price. */
@NullMarked
package nl.koppelwerk.avoidedcost.price;

import org.jspecify.annotations.NullMarked;
