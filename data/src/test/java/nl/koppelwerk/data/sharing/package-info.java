/** Tests of what people agreed to. */
@NullMarked
package nl.koppelwerk.data.sharing;

import org.jspecify.annotations.NullMarked;
