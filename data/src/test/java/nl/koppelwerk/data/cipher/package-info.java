/** What is encrypted can be read with the right key, in its own place only. */
@NullMarked
package nl.koppelwerk.data.cipher;

import org.jspecify.annotations.NullMarked;
