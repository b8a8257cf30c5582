/** Tests of what people agreed to. */
@NullMarked
package nl.koppelwerk.data.consent;

import org.jspecify.annotations.NullMarked;
