/** Made-up problems and a solver that tries everything: what the optimiser is tried against, in tests and by command. */
@NullMarked
package nl.koppelwerk.trial;

import org.jspecify.annotations.NullMarked;
