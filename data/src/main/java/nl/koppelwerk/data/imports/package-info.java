/** Imports of families, volunteers and postcodes from files: good rows go in, bad rows are kept with their reasons. */
@NullMarked
package nl.koppelwerk.data.imports;

import org.jspecify.annotations.NullMarked;
