package nl.koppelwerk.solver;

import java.util.List;

/** Who plans the pieces of a problem: the cores of this machine, or other machines as well. */
@FunctionalInterface
public interface Hands {

    /** Nobody else. */
    Hands OWN = pieces -> InParallel.map(pieces.settings().threads(), pieces.count(), pieces::planHere);

    /** @return by the order of the pieces, each as {@link Pieces#planHere} would answer it */
    List<PieceAnswer> plan(Pieces pieces);
}
