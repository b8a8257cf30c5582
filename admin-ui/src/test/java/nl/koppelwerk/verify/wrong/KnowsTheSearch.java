package nl.koppelwerk.verify.wrong;

import nl.koppelwerk.bound.BoundSearch;

/** Verifies with what is to be verified. */
class KnowsTheSearch {
    BoundSearch search;
}
