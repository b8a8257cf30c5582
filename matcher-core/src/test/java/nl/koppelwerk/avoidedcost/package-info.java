/** Cases of avoided cost that the tests share. */
@NullMarked
package nl.koppelwerk.avoidedcost;

import org.jspecify.annotations.NullMarked;
