/** The proposals of last night, and the decisions on them. */
@NullMarked
package nl.koppelwerk.ui.proposal;

import org.jspecify.annotations.NullMarked;
