/** The price list of a municipality: looked at, read from a file after a preview, and put right. */
@NullMarked
package nl.koppelwerk.ui.price;

import org.jspecify.annotations.NullMarked;
