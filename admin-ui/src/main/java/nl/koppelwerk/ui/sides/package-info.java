/** Parents who get help and give it: known to be one person, asked to help, told to who may see both sides. */
@NullMarked
package nl.koppelwerk.ui.sides;

import org.jspecify.annotations.NullMarked;
