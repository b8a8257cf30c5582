/** Tests of reading rows. */
@NullMarked
package nl.koppelwerk.data.imports.row;

import org.jspecify.annotations.NullMarked;
