/** Tests of the steps of a pairing: named ones, and random walks. */
@NullMarked
package nl.koppelwerk.pairing.life;

import org.jspecify.annotations.NullMarked;
