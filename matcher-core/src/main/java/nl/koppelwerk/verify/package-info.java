/** The proof that goes with a run, written down and checked by code that shares nothing with the search that made it. */
@NullMarked
package nl.koppelwerk.verify;

import org.jspecify.annotations.NullMarked;
