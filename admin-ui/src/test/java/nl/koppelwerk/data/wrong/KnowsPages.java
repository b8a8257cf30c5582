package nl.koppelwerk.data.wrong;

import nl.koppelwerk.ui.wronger.OtherFeature;

/** Breaks the order of the modules. */
class KnowsPages {
    OtherFeature page;
}
