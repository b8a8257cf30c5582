/** Encryption of what is said about persons before it reaches the database, with keys that are not in it. */
@NullMarked
package nl.koppelwerk.data.cipher;

import org.jspecify.annotations.NullMarked;
