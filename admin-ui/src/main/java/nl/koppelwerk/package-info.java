/** Where the program starts. */
@NullMarked
package nl.koppelwerk;

import org.jspecify.annotations.NullMarked;
