/** That a proposal does not change overnight without a reason. */
@NullMarked
package nl.koppelwerk.fit.continuity;

import org.jspecify.annotations.NullMarked;
