/** Plans a piece of a night again with something changed, the rest held as it is. */
@NullMarked
package nl.koppelwerk.explain.replan;

import org.jspecify.annotations.NullMarked;
