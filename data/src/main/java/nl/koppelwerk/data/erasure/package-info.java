/** Erasing a person everywhere, what is asked about that, and what keeps from it. */
@NullMarked
package nl.koppelwerk.data.erasure;

import org.jspecify.annotations.NullMarked;
