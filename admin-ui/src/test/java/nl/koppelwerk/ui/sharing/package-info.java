/** Tests of the pages on sharing. */
@NullMarked
package nl.koppelwerk.ui.sharing;

import org.jspecify.annotations.NullMarked;
