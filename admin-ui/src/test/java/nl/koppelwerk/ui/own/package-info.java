/** The pages of volunteers as somebody without scripts uses them, and the way in as somebody attacks it. */
@NullMarked
package nl.koppelwerk.ui.own;

import org.jspecify.annotations.NullMarked;
