/** Tests of reading tables, and of refusing what is not one. */
@NullMarked
package nl.koppelwerk.data.format;

import org.jspecify.annotations.NullMarked;
