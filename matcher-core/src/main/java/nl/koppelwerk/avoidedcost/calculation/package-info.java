/** From estimate to avoided cost, exact in cents, with every figure on the way kept. */
@NullMarked
package nl.koppelwerk.avoidedcost.calculation;

import org.jspecify.annotations.NullMarked;
