/** Tests of the made-up cities. */
@NullMarked
package nl.koppelwerk.data.sample;

import org.jspecify.annotations.NullMarked;
