/** Made-up cities of any size, in the formats that the imports read: the same seed gives the same files everywhere. */
@NullMarked
package nl.koppelwerk.data.sample;

import org.jspecify.annotations.NullMarked;
