package nl.koppelwerk.batch.wrong;

import nl.koppelwerk.ui.wronger.OtherFeature;

/** Breaks the order of the modules. */
class KnowsPages {
    OtherFeature page;
}
