/** What a municipality reads: one document of figures that describe no family, the same on a page and in every file. */
@NullMarked
package nl.koppelwerk.avoidedcost.report;

import org.jspecify.annotations.NullMarked;
