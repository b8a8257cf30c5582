/** Tests of lists as files. */
@NullMarked
package nl.koppelwerk.data.export;

import org.jspecify.annotations.NullMarked;
