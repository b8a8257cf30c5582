@NullMarked
package nl.koppelwerk.ui.capacity;

import org.jspecify.annotations.NullMarked;
