/** The pairings under way, and what a coordinator does to bring each to a good end. */
@NullMarked
package nl.koppelwerk.ui.pairing;

import org.jspecify.annotations.NullMarked;
