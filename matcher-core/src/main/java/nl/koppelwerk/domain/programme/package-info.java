/** Who runs the support, for whom, and with which rules and weights. */
@NullMarked
package nl.koppelwerk.domain.programme;

import org.jspecify.annotations.NullMarked;
