@NullMarked
package nl.koppelwerk.ui.price;

import org.jspecify.annotations.NullMarked;
