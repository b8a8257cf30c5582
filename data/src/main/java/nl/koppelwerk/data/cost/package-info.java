/** What care costs, kept by municipality, and read from files. */
@NullMarked
package nl.koppelwerk.data.cost;

import org.jspecify.annotations.NullMarked;
