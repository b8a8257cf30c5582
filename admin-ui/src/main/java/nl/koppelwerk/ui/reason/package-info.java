/** Second thoughts about a plan: where the two live, who else could, why not somebody, and what a decision changed. */
@NullMarked
package nl.koppelwerk.ui.reason;

import org.jspecify.annotations.NullMarked;
