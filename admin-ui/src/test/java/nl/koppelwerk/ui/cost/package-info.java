@NullMarked
package nl.koppelwerk.ui.cost;

import org.jspecify.annotations.NullMarked;
