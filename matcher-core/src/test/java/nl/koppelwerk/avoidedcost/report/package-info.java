@NullMarked
package nl.koppelwerk.avoidedcost.report;

import org.jspecify.annotations.NullMarked;
