/** Tests of the pages on people on both sides. */
@NullMarked
package nl.koppelwerk.ui.sides;

import org.jspecify.annotations.NullMarked;
