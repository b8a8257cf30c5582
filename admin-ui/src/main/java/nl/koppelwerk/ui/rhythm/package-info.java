/** When a programme asks both sides of a pairing how it goes. */
@NullMarked
package nl.koppelwerk.ui.rhythm;

import org.jspecify.annotations.NullMarked;
