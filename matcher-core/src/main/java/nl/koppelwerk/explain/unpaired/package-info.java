/** What would help a request that gets nobody: who nearly suits, and which new volunteer would help most. */
@NullMarked
package nl.koppelwerk.explain.unpaired;

import org.jspecify.annotations.NullMarked;
