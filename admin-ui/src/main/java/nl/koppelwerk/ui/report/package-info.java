/** The report of a municipality: looked at, published for good, and read as a page or a file. */
@NullMarked
package nl.koppelwerk.ui.report;

import org.jspecify.annotations.NullMarked;
