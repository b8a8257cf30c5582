/** How far the figure could be off: ranges by seeded simulation, and which assumption moves it most. */
@NullMarked
package nl.koppelwerk.avoidedcost.uncertainty;

import org.jspecify.annotations.NullMarked;
