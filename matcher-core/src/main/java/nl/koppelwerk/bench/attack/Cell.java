package nl.koppelwerk.bench.attack;

import java.util.BitSet;
import nl.koppelwerk.disclosure.Selection;

/**
 * One selection of one publication, or what is left when another is added, taken off or crossed with it.
 *
 * @param kinds numbers of the kinds of families in it
 * @param families numbers of the families in it
 */
record Cell(String name, int publication, Selection selection, BitSet kinds, BitSet families) {
    Cell and(String what, BitSet otherKinds, BitSet otherFamilies) {
        BitSet kindsInBoth = (BitSet) kinds.clone();
        kindsInBoth.and(otherKinds);
        BitSet familiesInBoth = (BitSet) families.clone();
        familiesInBoth.and(otherFamilies);
        return new Cell(name + " and " + what, publication, selection, kindsInBoth, familiesInBoth);
    }

    Cell not(String what, BitSet otherKinds, BitSet otherFamilies) {
        BitSet kindsLeft = (BitSet) kinds.clone();
        kindsLeft.andNot(otherKinds);
        BitSet familiesLeft = (BitSet) families.clone();
        familiesLeft.andNot(otherFamilies);
        return new Cell(name + " not " + what, publication, selection, kindsLeft, familiesLeft);
    }

    int size() {
        return families.cardinality();
    }
}
