/** Finishes small problems exactly: branches over linear relaxations, every bound recomputed in whole numbers. */
@NullMarked
package nl.koppelwerk.exact;

import org.jspecify.annotations.NullMarked;
