/** Pieces of a night that worker processes plan: the run offers them, workers claim them for a while and answer. */
@NullMarked
package nl.koppelwerk.data.work;

import org.jspecify.annotations.NullMarked;
