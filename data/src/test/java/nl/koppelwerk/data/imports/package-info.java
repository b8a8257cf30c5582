/** Tests of the imports on real PostgreSQL. */
@NullMarked
package nl.koppelwerk.data.imports;

import org.jspecify.annotations.NullMarked;
