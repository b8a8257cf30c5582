/** Tests of what programmes set. */
@NullMarked
package nl.koppelwerk.domain.programme;

import org.jspecify.annotations.NullMarked;
