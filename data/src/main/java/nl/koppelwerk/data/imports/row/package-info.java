/** What one row of a table says: a family with a request, a volunteer or a postcode, or what is wrong with it. */
@NullMarked
package nl.koppelwerk.data.imports.row;

import org.jspecify.annotations.NullMarked;
